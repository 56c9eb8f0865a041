import { IconAlertTriangle, IconBrandLine, IconCalendarEvent, IconChecklist, IconHelpCircle, IconMail, IconMessage2, IconMessages, IconNote, IconPhone, IconShoppingBag, IconSpeakerphone, IconStar, IconUsers, type Icon } from '@tabler/icons-react'
import { api, type Feedback, type Interaction, type Order, type Task } from '@/api'

/** The records that belong to a customer, and what is common to them. */
export type KindOf = { order: Order; interaction: Interaction; feedback: Feedback; task: Task }
export type RecordKind = keyof KindOf
export type AnyRecord = KindOf[RecordKind]

type Collection = typeof api.order
/** All four answer alike; which record comes is known where the kind is. */
export const collection = (kind: RecordKind) => api[kind] as unknown as Omit<Collection, 'pay' | 'takeBack'>

export const titleOf = (kind: RecordKind, record: AnyRecord): string | null => {
  if (kind === 'order') return (record as Order).number
  if (kind === 'task') return (record as Task).title
  return (record as Interaction | Feedback).subject ?? firstLine((record as Interaction | Feedback).body)
}

const firstLine = (text: string | null) => {
  const line = text?.trim().split('\n')[0] ?? ''
  return line.length > 90 ? `${line.slice(0, 88)}…` : line || null
}

/** Orders have a page of their own; the others begin in a form over the page. */
export type FormKind = Exclude<RecordKind, 'order'>
export const beginning = (kind: FormKind, me: string) => ({
  interaction: { customerNeeded: true, start: { channel: 'call', direction: 'out', at: new Date().toISOString() } },
  feedback: { customerNeeded: true, without: ['resolution', 'nps', 'csat', 'surveyId'], start: { kind: 'complaint', state: 'open', at: new Date().toISOString() } },
  task: { customerNeeded: false, without: ['state'], start: { priority: 'normal', assigneeId: me } },
})[kind]

export const ICONS: Record<RecordKind, Icon> = { order: IconShoppingBag, interaction: IconMessages, feedback: IconSpeakerphone, task: IconChecklist }

const CHANNELS: Record<string, Icon> = {
  call: IconPhone, visit: IconUsers, email: IconMail, sms: IconMessage2, zns: IconBrandLine, chat: IconMessages, note: IconNote,
}
const FEEDBACKS: Record<string, Icon> = { complaint: IconAlertTriangle, question: IconHelpCircle, rating: IconStar, survey: IconSpeakerphone }

/** The sign of what happened: a call looks unlike a note. */
export function iconOf(kind: string, type: string): Icon {
  if (kind === 'interaction') return CHANNELS[type] ?? IconMessages
  if (kind === 'feedback') return FEEDBACKS[type] ?? IconSpeakerphone
  return ICONS[kind as RecordKind] ?? IconCalendarEvent
}
