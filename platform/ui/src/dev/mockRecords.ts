import type { Customer, Field, Task, TimelineEntry } from '../api/contract'
import { field, choices, owner } from './mockData.ts'

/** Orders, calls, complaints and tasks of the invented customers; made when somebody looks. */
type Json = Record<string, any>
const now = Date.now()
const ago = (days: number, hour = 3) => new Date(now - days * 86_400_000 - hour * 3_600_000).toISOString()
const actor = owner
const made = (at: string) => ({ createdAt: at, createdBy: actor, updatedAt: at, updatedBy: actor, deletedAt: null, deletedBy: null, version: 1 })
const goods = [['AO-01', 'Áo sơ mi linen trắng, cỡ L', 420000], ['QJ-07', 'Quần jean ống đứng', 690000], ['GI-22', 'Giày da nam công sở đế cao su chống trượt', 1250000], ['TX-03', 'Túi xách da bò', 980000]] as const

export const stores: Record<string, Json[]> = { orders: [], interactions: [], feedback: [], tasks: [] }

export function furnish(customers: Customer[]) {
  customers.slice(0, 60).forEach((customer, n) => {
    for (let k = 0; k < (n % 5) + 1; k++) {
      const at = ago(2 + n + k * 41)
      const lines = goods.slice(0, 1 + ((n + k) % 4)).map(([sku, name, unitPrice], position) => ({
        position: position + 1, sku, name, quantity: 1 + ((n + position) % 2), unitPrice, discount: 0, tax: 0, total: unitPrice * (1 + ((n + position) % 2)), returnedQuantity: 0,
      }))
      const total = lines.reduce((sum, one) => sum + one.total, 0) + 30000
      const state = ['delivered', 'paid', 'placed', 'delivered', 'cancelled'][(n + k) % 5]!
      stores.orders!.push({
        id: crypto.randomUUID(), number: `DH${String(10240 - n * 5 - k)}`, kind: 'sale', customerId: customer.id, placedAt: at, state, channel: ['store', 'web', 'phone', 'social'][n % 4],
        store: n % 3 ? null : 'Cửa hàng Lê Lợi', currency: 'VND', lines, lineCount: lines.length, discount: 0, shipping: 30000, tax: 0, total,
        payments: state === 'placed' ? [] : [{ at, method: 'transfer', amount: total, reference: 'FT26112233' }], paid: state === 'placed' ? 0 : total, returns: [], returned: 0, note: null, sourceId: null, fields: {}, ...made(at),
      })
    }
    const talk = (days: number, channel: string, more: Json) =>
      stores.interactions!.push({ id: crypto.randomUUID(), customerId: customer.id, customerName: customer.name, channel, direction: 'out', at: ago(days), subject: null, body: null, outcome: null, durationSeconds: null, memberId: actor.id, orderId: null, fields: {}, ...made(ago(days)), ...more })
    talk(0, 'call', { outcome: 'reached', durationSeconds: 272, body: 'Khách hỏi khi nào có hàng mới về. Hẹn gọi lại sáng thứ Hai, nhắc đợt giảm giá cuối tháng.' })
    talk(0.2, 'note', { direction: null, body: 'Thích màu trầm, hay mua vào cuối tuần. Đừng gọi trước 9 giờ sáng.' })
    talk(1, 'call', { outcome: 'no-answer' })
    talk(12, 'email', { direction: 'in', subject: 'Hỏi chính sách đổi trả', body: 'Chào shop,\nMình muốn hỏi nếu áo không vừa thì đổi trong bao nhiêu ngày ạ?\nCảm ơn shop.' })
    talk(40, 'visit', { direction: 'in', body: 'Ghé cửa hàng thử giày, chưa mua.' })
    const said = (days: number, kind: string, more: Json) =>
      stores.feedback!.push({ id: crypto.randomUUID(), customerId: customer.id, customerName: customer.name, kind, channel: 'call', at: ago(days), subject: null, body: null, nps: null, csat: null, rating: null, state: null, ownerId: null, dueAt: null, resolvedAt: null, resolution: null, orderId: null, surveyId: null, answers: null, fields: {}, ...made(ago(days)), ...more })
    if (n % 2 === 0) said(3, 'complaint', { subject: 'Giao sai màu áo', body: 'Đặt màu trắng nhưng nhận màu kem. Khách bực vì cần mặc đi cưới cuối tuần này.', state: n % 4 ? 'in-progress' : 'open', ownerId: actor.id, dueAt: ago(n % 3 ? -1 : 1) })
    said(20, 'survey', { nps: n % 3 ? 9 : 5, body: 'Nhân viên tư vấn nhiệt tình.' })
    const todo = (title: string, days: number, more: Json = {}) =>
      stores.tasks!.push({ id: crypto.randomUUID(), customerId: customer.id, customerName: customer.name, title, body: null, dueAt: ago(-days), priority: 'normal', state: 'open', assigneeId: actor.id, doneAt: null, about: null, fields: {}, ...made(ago(1)), ...more })
    todo('Gọi lại báo hàng mới về', n % 2 ? 2 : -1, { priority: 'high' })
    if (n % 3 === 0) todo('Gửi phiếu giảm giá sinh nhật', 6)
  })
}

export function rollupsOf(customer: Customer) {
  const orders = stores.orders!.filter((one) => one.customerId === customer.id && !one.deletedAt && one.state !== 'cancelled')
  const spend = orders.reduce((sum, one) => sum + one.total - one.returned, 0)
  const times = orders.map((one) => one.placedAt).sort()
  const nps = stores.feedback!.find((one) => one.customerId === customer.id && one.nps !== null)
  return {
    orders: orders.length, returns: orders.filter((one) => one.returned).length, spend, average: orders.length ? spend / orders.length : null, firstOrderAt: times[0] ?? null, lastOrderAt: times.at(-1) ?? null,
    daysSinceLastOrder: times.length ? Math.floor((Date.now() - new Date(times.at(-1)!).getTime()) / 86_400_000) : null,
    openComplaints: stores.feedback!.filter((one) => one.customerId === customer.id && one.kind === 'complaint' && !one.deletedAt && ['open', 'in-progress'].includes(one.state)).length,
    lastSatisfaction: nps ? { kind: 'nps' as const, score: nps.nps, at: nps.at } : null, lastInteractionAt: null,
  }
}

const KIND: Record<string, TimelineEntry['kind']> = { orders: 'order', interactions: 'interaction', feedback: 'feedback', tasks: 'task' }
export function timelineOf(customer: Customer, changes: Json[]): Json[] {
  const entries = Object.entries(stores).flatMap(([name, list]) =>
    list.filter((one) => one.customerId === customer.id && !one.deletedAt).map((one) => ({
      kind: KIND[name], id: one.id, at: one.at ?? one.placedAt ?? one.doneAt ?? one.createdAt, actor: one.createdBy, type: one.channel && name === 'interactions' ? one.channel : (one.kind ?? one.state), record: one, changes: null, source: null, files: [],
    })),
  )
  const changed = changes.map((one) => ({ kind: 'change', id: one.id, at: one.at, actor: one.actor, type: one.type, record: { recordType: 'customer', id: customer.id }, changes: one.changes, source: one.source, files: [] }))
  return [...entries, ...changed].sort((a, b) => String(b.at).localeCompare(String(a.at)))
}

export const summaryOf = (customer: Customer) => ({
  rollups: rollupsOf(customer),
  nextTask: (stores.tasks!.find((one) => one.customerId === customer.id && one.state === 'open') ?? null) as Task | null,
  openComplaints: stores.feedback!.filter((one) => one.customerId === customer.id && one.kind === 'complaint' && !one.deletedAt && ['open', 'in-progress'].includes(one.state)),
  lastInteraction: null,
})

const core = (record: string, ...list: Field[]) => list.map((one) => ({ ...one, section: record }))
export const recordFields: Record<string, Field[]> = {
  order: core('order',
    field('number', 'text', 'Số đơn hàng', 'Order number', 'order'), field('placedAt', 'datetime', 'Ngày đặt', 'Placed', 'order', { sortable: true }),
    field('state', 'choice', 'Trạng thái', 'State', 'order', { choices: choices(['placed', 'Đã đặt', 'Placed'], ['paid', 'Đã thanh toán', 'Paid'], ['delivered', 'Đã giao', 'Delivered'], ['cancelled', 'Đã hủy', 'Cancelled'], ['returned', 'Đã trả hàng', 'Returned']) }),
    field('channel', 'choice', 'Kênh bán', 'Sales channel', 'order', { choices: choices(['store', 'Cửa hàng', 'Store'], ['web', 'Trang web', 'Web'], ['phone', 'Điện thoại', 'Phone'], ['social', 'Mạng xã hội', 'Social media']) }),
    field('store', 'text', 'Cửa hàng', 'Store', 'order'), field('note', 'text', 'Ghi chú', 'Note', 'order', { maxLength: 4000, searchable: false }),
    { ...field('total', 'money', 'Tổng tiền', 'Total', 'order', { sortable: true }), readOnly: true }, { ...field('paid', 'money', 'Đã trả', 'Paid', 'order'), readOnly: true }),
  interaction: core('interaction',
    field('channel', 'choice', 'Kênh', 'Channel', 'i', { required: true, choices: choices(['call', 'Gọi điện', 'Call'], ['visit', 'Gặp trực tiếp', 'Visit'], ['email', 'E-mail', 'E-mail'], ['note', 'Ghi chú', 'Note']) }),
    field('direction', 'choice', 'Chiều', 'Direction', 'i', { choices: choices(['in', 'Khách liên hệ', 'Incoming'], ['out', 'Mình liên hệ', 'Outgoing']) }),
    field('at', 'datetime', 'Thời điểm', 'Time', 'i', { required: true, sortable: true }), field('subject', 'text', 'Tiêu đề', 'Subject', 'i'), field('body', 'text', 'Nội dung', 'Content', 'i', { maxLength: 10000 }),
    field('outcome', 'choice', 'Kết quả', 'Outcome', 'i', { choices: choices(['reached', 'Gặp được khách', 'Reached'], ['no-answer', 'Không trả lời', 'No answer']) }), field('memberId', 'member', 'Nhân viên', 'Member', 'i')),
  feedback: core('feedback',
    field('kind', 'choice', 'Loại', 'Kind', 'f', { required: true, choices: choices(['complaint', 'Khiếu nại', 'Complaint'], ['question', 'Câu hỏi', 'Question'], ['rating', 'Đánh giá', 'Rating'], ['survey', 'Khảo sát', 'Survey']) }),
    field('at', 'datetime', 'Thời điểm', 'Time', 'f', { required: true, sortable: true }), field('subject', 'text', 'Tiêu đề', 'Subject', 'f'), field('body', 'text', 'Nội dung', 'Content', 'f', { maxLength: 10000 }),
    field('nps', 'number', 'NPS (0–10)', 'NPS (0–10)', 'f'), field('rating', 'number', 'Số sao (1–5)', 'Stars (1–5)', 'f'),
    field('state', 'choice', 'Trạng thái', 'State', 'f', { choices: choices(['open', 'Mới', 'Open'], ['in-progress', 'Đang xử lý', 'In progress'], ['resolved', 'Đã giải quyết', 'Resolved'], ['closed', 'Đã đóng', 'Closed']) }),
    field('ownerId', 'member', 'Người phụ trách', 'Owner', 'f'), field('dueAt', 'datetime', 'Hạn xử lý', 'Due', 'f'), field('resolution', 'text', 'Cách giải quyết', 'Resolution', 'f', { maxLength: 10000 })),
  task: core('task',
    field('title', 'text', 'Việc cần làm', 'Title', 't', { required: true }), field('body', 'text', 'Chi tiết', 'Details', 't', { maxLength: 10000 }), field('dueAt', 'datetime', 'Hạn', 'Due', 't', { sortable: true }),
    field('priority', 'choice', 'Ưu tiên', 'Priority', 't', { required: true, choices: choices(['low', 'Thấp', 'Low'], ['normal', 'Thường', 'Normal'], ['high', 'Cao', 'High']) }),
    field('state', 'choice', 'Trạng thái', 'State', 't', { required: true, choices: choices(['open', 'Chưa làm', 'Open'], ['done', 'Đã xong', 'Done'], ['cancelled', 'Đã hủy', 'Cancelled']) }), field('assigneeId', 'member', 'Người làm', 'Assignee', 't')),
}

const BLANK: Record<string, Json> = {
  orders: { kind: 'sale', state: 'placed', channel: null, store: null, currency: 'VND', lines: [], lineCount: 0, discount: 0, shipping: 0, tax: 0, total: 0, payments: [], paid: 0, returns: [], returned: 0, note: null, sourceId: null },
  interactions: { direction: null, subject: null, body: null, outcome: null, durationSeconds: null, memberId: actor.id, orderId: null },
  feedback: { channel: null, subject: null, body: null, nps: null, csat: null, rating: null, state: null, ownerId: null, dueAt: null, resolvedAt: null, resolution: null, orderId: null, surveyId: null, answers: null },
  tasks: { body: null, dueAt: null, priority: 'normal', state: 'open', assigneeId: null, doneAt: null, about: null },
}

export function create(name: string, input: Json, customers: Customer[]) {
  const at = new Date().toISOString()
  const record: Json = { id: crypto.randomUUID(), fields: {}, ...BLANK[name], at, placedAt: at, ...input, customerName: customers.find((one) => one.id === input.customerId)?.name ?? null, ...made(at) }
  if (name === 'feedback' && record.kind === 'complaint') record.state ??= 'open'
  if (name === 'orders') {
    record.number ??= `DH${10300 + stores.orders!.length}`
    settle(record)
  }
  stores[name]!.unshift(record)
  return record
}

export function settle(order: Json) {
  order.lines = order.lines.map((one: Json, n: number) => ({ position: n + 1, returnedQuantity: 0, ...one, discount: one.discount ?? 0, tax: one.tax ?? 0, total: one.quantity * one.unitPrice - (one.discount ?? 0) + (one.tax ?? 0) }))
  order.lineCount = order.lines.length
  order.total = order.lines.reduce((sum: number, one: Json) => sum + one.total, 0) - (order.discount ?? 0) + (order.shipping ?? 0) + (order.tax ?? 0)
  order.paid = order.payments.reduce((sum: number, one: Json) => sum + one.amount, 0)
}
