import { ActionIcon, Anchor, FileButton, Modal, Progress, Text, Tooltip, UnstyledButton } from '@mantine/core'
import { IconDownload, IconFile, IconFileText, IconFileTypePdf, IconMusic, IconPaperclip, IconPhoto, IconTable, IconTrash, IconVideo, IconX } from '@tabler/icons-react'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api, type Attachment, type RecordPlace } from '@/api'
import { Confirm } from '@/kit/Confirm'
import { formatAgo, formatSize } from '@/kit/field/format'
import { Failure, LinesSkeleton } from '@/kit/states'
import { done, failed } from '@/kit/toast'
import { useKeys } from '@/kit/useKeys'
import { ACCEPT, filesQuery, isPicture } from './queries'
import { useUpload } from './useUpload'
import classes from './attachment.module.css'

type Props = RecordPlace & { readOnly: boolean }

/** The files at a record: dropped here or chosen, looked at, taken away. */
export function Attachments({ record, id, readOnly }: Props) {
  const { t } = useTranslation()
  const client = useQueryClient()
  const place = { record, id }
  const query = filesQuery(place)
  const { data, error, isPending, refetch } = useQuery(query)
  const { uploads, send } = useUpload(place)
  const [over, setOver] = useState(false)
  const [shown, setShown] = useState<Attachment | null>(null)
  const [doomed, setDoomed] = useState<Attachment | null>(null)
  const chooser = useRef<HTMLButtonElement>(null)
  const remove = useMutation({
    mutationFn: (one: Attachment) => api.attachments.remove(one.id),
    onSuccess: (_, gone) => {
      client.setQueryData(query.queryKey, (old) => old && { items: old.items.filter((one) => one.id !== gone.id) })
      if (record !== 'customer') void client.invalidateQueries({ queryKey: ['customers', 'timeline'] })
      done(t('file.deleted', { name: gone.fileName }))
    },
    onError: failed,
    onSettled: () => setDoomed(null),
  })
  useKeys({ u: () => chooser.current?.click() }, !readOnly)
  const take = (files: FileList | File[]) => Array.from(files).forEach((file) => void send(file))
  const files = data?.items ?? []
  return (
    <section
      className={classes.files}
      aria-label={t('file.title')}
      data-over={over || undefined}
      onDragOver={(event) => {
        if (readOnly || !event.dataTransfer.types.includes('Files')) return
        event.preventDefault()
        setOver(true)
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        if (readOnly || event.dataTransfer.files.length === 0) return
        event.preventDefault()
        setOver(false)
        take(event.dataTransfer.files)
      }}
    >
      <div className={classes.head}>
        <h2>{t('file.title')}</h2>
        {!readOnly && (
          <FileButton multiple onChange={take} accept={ACCEPT} inputProps={{ 'aria-label': t('file.add') }}>
            {(props) => (
              <Tooltip label={`${t('file.add')}  U`}>
                <ActionIcon {...props} ref={chooser} size={26} aria-label={t('file.add')}>
                  <IconPaperclip size={16} stroke={1.8} />
                </ActionIcon>
              </Tooltip>
            )}
          </FileButton>
        )}
      </div>
      {isPending ? (
        <LinesSkeleton lines={2} />
      ) : error ? (
        <Failure error={error} onRetry={() => void refetch()} />
      ) : (
        <ul className={classes.list}>
          {files.map((one) => (
            <li key={one.id} className={classes.file}>
              <Thumb file={one} onShow={() => setShown(one)} />
              <span className={classes.words}>
                <Anchor href={api.attachments.address(one.id)} download={one.fileName} inherit c="var(--q-text)" className={classes.name}>
                  {one.fileName}
                </Anchor>
                <Text component="span" size="xs" c="dimmed" className="num">
                  {[formatSize(one.size), one.createdBy.name, formatAgo(one.createdAt)].filter(Boolean).join(' · ')}
                </Text>
              </span>
              {!readOnly && (
                <ActionIcon size={26} aria-label={t('file.deleteOf', { name: one.fileName })} onClick={() => setDoomed(one)}>
                  <IconTrash size={15} stroke={1.7} />
                </ActionIcon>
              )}
            </li>
          ))}
          {uploads.map((one) => (
            <li key={one.key} className={classes.file}>
              <span className={classes.words}>
                <span className={classes.name}>{one.name}</span>
                {one.problem ? (
                  <Text component="span" size="xs" c="var(--q-bad)" role="alert">
                    {one.problem}
                  </Text>
                ) : (
                  <Progress value={Math.round(one.share * 100)} size={6} aria-label={t('tray.progress', { name: one.name })} />
                )}
              </span>
              <ActionIcon size={26} aria-label={`${t(one.problem ? 'tray.hide' : 'tray.stop')}: ${one.name}`} onClick={one.stop}>
                <IconX size={15} />
              </ActionIcon>
            </li>
          ))}
        </ul>
      )}
      {!readOnly && data && (
        <Text size="xs" c="dimmed">
          {files.length + uploads.length === 0 && `${t('file.none')} `}
          {t('file.limits')}
        </Text>
      )}
      {readOnly && data && files.length === 0 && (
        <Text size="sm" c="dimmed">
          {t('file.noneThere')}
        </Text>
      )}
      {shown && (
        <Modal opened onClose={() => setShown(null)} size="auto" title={shown.fileName} closeButtonProps={{ 'aria-label': t('action.close') }}>
          <img className={classes.picture} src={api.attachments.address(shown.id)} alt={shown.fileName} />
          <Anchor href={api.attachments.address(shown.id)} download={shown.fileName} className={classes.fetch}>
            <IconDownload size={16} stroke={1.7} />
            {t('export.download')} · {formatSize(shown.size)}
          </Anchor>
        </Modal>
      )}
      {doomed && (
        <Confirm title={t('file.delete')} action={t('file.delete')} busy={remove.isPending} onConfirm={() => remove.mutate(doomed)} onClose={() => setDoomed(null)}>
          {t('file.deleteHint', { name: doomed.fileName })}
        </Confirm>
      )}
    </section>
  )
}

const SIGNS = [[/^application\/pdf/, IconFileTypePdf], [/^image\//, IconPhoto], [/^audio\//, IconMusic], [/^video\//, IconVideo], [/sheet$/, IconTable], [/^text\/|document$/, IconFileText]] as const

function Thumb({ file, onShow }: { file: Attachment; onShow: () => void }) {
  const { t } = useTranslation()
  if (isPicture(file))
    return (
      <UnstyledButton className={classes.thumb} onClick={onShow} aria-label={t('file.show', { name: file.fileName })}>
        <img src={api.attachments.address(file.id)} alt="" loading="lazy" />
      </UnstyledButton>
    )
  const Sign = SIGNS.find(([type]) => type.test(file.mediaType))?.[1] ?? IconFile
  return (
    <span className={classes.thumb} aria-hidden>
      <Sign size={20} stroke={1.5} />
    </span>
  )
}
