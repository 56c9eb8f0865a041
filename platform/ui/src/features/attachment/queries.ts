import { queryOptions } from '@tanstack/react-query'
import { api, type Attachment, type RecordPlace } from '@/api'

export const filesQuery = ({ record, id }: RecordPlace) => queryOptions({ queryKey: ['attachments', record, id], queryFn: () => api.attachments.of({ record, id }) })

const MOST_BYTES = 25 * 1024 * 1024
/** Why a file would not be taken, before it is sent. */
export const refusalOf = (file: File) => (file.size === 0 ? 'file.emptyFile' : file.size > MOST_BYTES ? 'file.tooLarge' : null)
/** The server tells by the content; a chooser can only go by the name. */
export const ACCEPT = '.pdf,.png,.jpg,.jpeg,.gif,.webp,.heic,.heif,.mp3,.wav,.ogg,.oga,.opus,.m4a,.mp4,.mov,.3gp,.txt,.csv,.md,.log,.docx,.xlsx,.pptx'

/** What every browser can draw. */
export const isPicture = ({ mediaType }: Attachment) => /^image\/(png|jpeg|gif|webp)$/.test(mediaType)
