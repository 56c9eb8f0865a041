import type { Actor, Customer, Field, Plugin } from '../api/contract'

/** Invented people and businesses for looking at screens without a server. */
const family = 'Nguyễn Nguyễn Nguyễn Trần Trần Lê Phạm Hoàng Huỳnh Phan Vũ Võ Đặng Bùi Đỗ Hồ Ngô Dương Lý'.split(' ')
const middle = { female: 'Thị Thu Ngọc Thanh Bích Hoài Kim Mỹ'.split(' '), male: 'Văn Đức Minh Quang Hữu Công Xuân Gia'.split(' ') }
const given = {
  female: 'Hương Trang Linh Hạnh Nhung Quỳnh Yến Thủy Ngân Duyên Hằng Mai Phượng Thảo'.split(' '),
  male: 'Tuấn Hùng Dũng Sơn Phúc Khánh Nghĩa Đạt Thịnh Lộc Bảo Quân Tùng Vinh'.split(' '),
}
const provinces = ['Hà Nội', 'TP. Hồ Chí Minh', 'Đà Nẵng', 'Hải Phòng', 'Cần Thơ', 'Lâm Đồng', 'Khánh Hòa', 'Nghệ An', 'Đồng Nai']
const wards = ['Phường Bến Thành', 'Phường Cửa Nam', 'Xã Đông Anh', 'Phường Hải Châu', 'Phường Ninh Kiều', 'Phường Xuân Hương']
const jobs = ['Kế toán', 'Giáo viên', 'Kỹ sư phần mềm', 'Chủ cửa hàng', 'Điều dưỡng', 'Nhân viên bán hàng', 'Lái xe', 'Sinh viên']
const firms = ['Công ty TNHH Thực phẩm An Khang', 'Công ty CP Xây dựng Bình Minh', 'Hộ kinh doanh Cà phê Mộc', 'Công ty TNHH Vận tải Đường Việt']
const tags = ['vip', 'đại lý', 'nợ cước', 'giới thiệu', 'sinh nhật tháng 5', 'hay khiếu nại']
const stages = ['lead', 'prospect', 'customer', 'customer', 'regular', 'lapsed'] as const

let seed = 42
const random = () => {
  seed = (seed * 1664525 + 1013904223) >>> 0
  return seed / 4294967296
}
const pick = <T>(list: readonly T[]) => list[Math.floor(random() * list.length)]!
const id = (n: number) => `0192f000-0000-7000-8000-${n.toString(16).padStart(12, '0')}`
const digits = (n: number) => Array.from({ length: n }, () => Math.floor(random() * 10)).join('')
const fold = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '').replace(/đ/g, 'd').replace(/Đ/g, 'D')

export const owner: Actor = { kind: 'member', id: id(1), name: 'Trần Thị Mai' }

export function people(count: number): Customer[] {
  return Array.from({ length: count }, (_, n) => {
    const organisation = n % 11 === 7
    const gender = random() < 0.5 ? ('female' as const) : ('male' as const)
    const names = { familyName: pick(family), middleName: pick(middle[gender]), givenName: pick(given[gender]) }
    const name = organisation ? `${pick(firms)} ${n % 7 || ''}`.trim() : Object.values(names).join(' ')
    const phone = `09${digits(8)}`
    const mail = `${fold(name).toLowerCase().replace(/[^a-z]+/g, '.').slice(0, 24)}${n}@example.vn`
    const created = new Date(Date.UTC(2026, 10, 22) - n * 5_400_000).toISOString()
    return {
      id: id(1000 + n),
      kind: organisation ? 'organisation' : 'person',
      name,
      suggestedName: null,
      ...(organisation ? { familyName: null, middleName: null, givenName: null } : names),
      gender: organisation ? null : gender,
      birthDate: organisation || random() < 0.2 ? null : `${1960 + Math.floor(random() * 45)}-0${1 + Math.floor(random() * 9)}-1${Math.floor(random() * 9)}`,
      birthPlace: organisation ? null : pick(provinces),
      interests: random() < 0.3 ? ['du lịch', 'bóng đá'] : [],
      education: organisation ? null : pick(['high-school', 'bachelor', 'vocational']),
      occupation: organisation ? null : pick(jobs),
      incomeBand: organisation ? null : pick(['5m-10m', '10m-20m', '20m-40m']),
      taxCode: organisation ? `03${digits(8)}` : null,
      phones: [{ value: `${phone.slice(0, 4)}.${phone.slice(4, 7)}.${phone.slice(7)}`, normal: `+84${phone.slice(1)}`, label: 'mobile', primary: true }],
      emails: random() < 0.75 ? [{ value: mail, normal: mail, label: 'home', primary: true }] : [],
      addresses: random() < 0.7 ? [{ line: `${1 + Math.floor(random() * 300)} Lê Lợi`, ward: pick(wards), district: null, province: pick(provinces), country: 'VN', postalCode: null, label: 'home', primary: true, units: null }] : [],
      externalId: random() < 0.5 ? `KH${String(n).padStart(5, '0')}` : null,
      preferredChannel: pick(['phone', 'zalo', 'email', null]),
      tags: random() < 0.4 ? [pick(tags)] : [],
      ownerId: random() < 0.5 ? owner.id : null,
      stage: pick(stages),
      fields: {
        'telecom.contract': pick(['month-to-month', 'one-year', 'two-year']),
        'telecom.monthlyCharge': 20000 * (3 + Math.floor(random() * 40)),
        'telecom.tenureMonths': Math.floor(random() * 72),
        'telecom.paperless': random() < 0.6,
      },
      createdAt: created,
      createdBy: owner,
      updatedAt: created,
      updatedBy: owner,
      archivedAt: null,
      rollups: { orders: 0, returns: 0, spend: 0, average: null, firstOrderAt: null, lastOrderAt: null, daysSinceLastOrder: null, openComplaints: 0, lastSatisfaction: null, lastInteractionAt: null },
      version: 1,
    } satisfies Customer
  })
}

const text = (vi: string, en: string) => ({ vi, en })
export const field = (key: string, type: Field['type'], vi: string, en: string, section: string, more: Partial<Field> = {}): Field => ({
  key, owner: 'core', type, label: text(vi, en), section, readOnly: false, required: false, searchable: true, sortable: false,
  help: null, sectionLabel: null, choices: [], min: null, max: null, maxLength: null, pattern: null, currency: null, appliesTo: [], ...more,
})
export const choices = (...list: [string, string, string][]) => list.map(([value, vi, en]) => ({ value, label: text(vi, en) }))

export const coreFields: Field[] = [
  field('kind', 'choice', 'Loại', 'Kind', 'identity', { required: true, choices: choices(['person', 'Khách cá nhân', 'Person'], ['organisation', 'Doanh nghiệp', 'Organisation']) }),
  field('name', 'text', 'Tên', 'Name', 'identity', { required: true, sortable: true, maxLength: 200 }),
  field('familyName', 'text', 'Họ', 'Family name', 'identity', { appliesTo: ['person'], searchable: false }),
  field('middleName', 'text', 'Tên đệm', 'Middle name', 'identity', { appliesTo: ['person'], searchable: false }),
  field('givenName', 'text', 'Tên gọi', 'Given name', 'identity', { appliesTo: ['person'], searchable: false }),
  field('taxCode', 'text', 'Mã số thuế', 'Tax code', 'identity', { appliesTo: ['organisation'] }),
  field('externalId', 'text', 'Mã khách hàng', 'Customer code', 'identity'),
  field('stage', 'choice', 'Giai đoạn', 'Stage', 'relation', { required: true, sortable: true, choices: choices(['lead', 'Đầu mối', 'Lead'], ['prospect', 'Tiềm năng', 'Prospect'], ['customer', 'Khách hàng', 'Customer'], ['regular', 'Khách quen', 'Regular'], ['lapsed', 'Đã rời', 'Lapsed']) }),
  field('ownerId', 'member', 'Người phụ trách', 'Owner', 'relation'),
  field('tags', 'tags', 'Nhãn', 'Tags', 'relation'),
  field('phones', 'phone', 'Điện thoại', 'Phone', 'contact'),
  field('emails', 'email', 'E-mail', 'E-mail', 'contact'),
  field('address.line', 'text', 'Địa chỉ', 'Address', 'contact'),
  field('address.ward', 'text', 'Phường/Xã', 'Ward', 'contact'),
  field('address.province', 'text', 'Tỉnh/Thành phố', 'Province', 'contact'),
  field('preferredChannel', 'choice', 'Kênh ưu tiên', 'Preferred channel', 'contact', { choices: choices(['phone', 'Gọi điện', 'Phone'], ['email', 'E-mail', 'E-mail'], ['sms', 'Tin nhắn SMS', 'SMS'], ['zalo', 'Zalo', 'Zalo']) }),
  field('gender', 'choice', 'Giới tính', 'Gender', 'demographics', { appliesTo: ['person'], choices: choices(['female', 'Nữ', 'Female'], ['male', 'Nam', 'Male'], ['other', 'Khác', 'Other']) }),
  field('birthDate', 'date', 'Ngày sinh', 'Birth date', 'demographics', { appliesTo: ['person'], sortable: true }),
  field('birthPlace', 'text', 'Nơi sinh', 'Birthplace', 'demographics', { appliesTo: ['person'] }),
  field('interests', 'tags', 'Sở thích', 'Interests', 'demographics', { appliesTo: ['person'], searchable: false }),
  field('education', 'choice', 'Học vấn', 'Education', 'demographics', { appliesTo: ['person'], choices: choices(['none', 'Chưa qua trường lớp', 'None'], ['primary', 'Tiểu học', 'Primary'], ['secondary', 'Trung học cơ sở', 'Lower secondary'], ['high-school', 'Trung học phổ thông', 'High school'], ['vocational', 'Trung cấp, nghề', 'Vocational'], ['bachelor', 'Đại học, cao đẳng', 'Bachelor'], ['postgraduate', 'Sau đại học', 'Postgraduate']) }),
  field('occupation', 'text', 'Nghề nghiệp', 'Occupation', 'demographics', { appliesTo: ['person'] }),
  field('incomeBand', 'choice', 'Thu nhập mỗi tháng', 'Monthly income', 'demographics', { appliesTo: ['person'], choices: choices(['under-5m', 'Dưới 5 triệu', 'Under 5 million'], ['5m-10m', '5–10 triệu', '5–10 million'], ['10m-20m', '10–20 triệu', '10–20 million'], ['20m-40m', '20–40 triệu', '20–40 million'], ['over-40m', 'Trên 40 triệu', 'Over 40 million']) }),
]

const telecom = (key: string, type: Field['type'], vi: string, en: string, more: Partial<Field> = {}) =>
  field(`telecom.${key}`, type, vi, en, 'telecom', { owner: 'telecom', sortable: true, ...more })
const retail = (key: string, type: Field['type'], vi: string, en: string, more: Partial<Field> = {}) =>
  field(`retail.${key}`, type, vi, en, 'retail', { owner: 'retail', ...more })

export const plugins: Plugin[] = [
  {
    id: 'telecom', version: '1.0.0', vendor: 'Quen', industries: ['telecom'], enabled: true, hooks: ['CustomerCheck'], help: null, failure: null,
    name: text('Viễn thông', 'Telecom'),
    description: text('Hợp đồng, gói cước và cước hằng tháng của thuê bao.', 'Contract, services and monthly charges of subscribers.'),
    fields: [
      telecom('contract', 'choice', 'Loại hợp đồng', 'Contract', { choices: choices(['month-to-month', 'Theo tháng', 'Month to month'], ['one-year', 'Một năm', 'One year'], ['two-year', 'Hai năm', 'Two years']) }),
      telecom('monthlyCharge', 'money', 'Cước hằng tháng', 'Monthly charge', { currency: 'VND', min: 0 }),
      telecom('tenureMonths', 'number', 'Số tháng sử dụng', 'Tenure in months', { min: 0 }),
      telecom('paperless', 'boolean', 'Hóa đơn điện tử', 'Paperless billing'),
    ],
  },
  {
    id: 'retail', version: '1.0.0', vendor: 'Quen', industries: ['retail'], enabled: false, hooks: ['CustomerCheck', 'FactListener'], help: null, failure: null,
    name: text('Bán lẻ', 'Retail'),
    description: text('Hạng thẻ, điểm tích lũy và thói quen mua sắm.', 'Loyalty tier, points and shopping habits.'),
    fields: [
      retail('tier', 'choice', 'Hạng thẻ', 'Loyalty tier', { choices: choices(['silver', 'Bạc', 'Silver'], ['gold', 'Vàng', 'Gold']) }),
      retail('points', 'number', 'Điểm tích lũy', 'Points'),
      retail('lastVisit', 'date', 'Lần ghé gần nhất', 'Last visit'),
    ],
  },
  { id: 'broken', version: '0.3.0', vendor: 'Phần mềm Hạ Long', industries: ['health'], enabled: false, hooks: [], fields: [], help: null, name: text('Phòng khám', 'Clinic'), description: text('Hồ sơ khám và lịch hẹn.', 'Visits and appointments.'), failure: 'Tệp quen-plugin.yaml dòng 12: kiểu trường "datetime" không có.' },
]
