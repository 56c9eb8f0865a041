import { beforeAll, describe, expect, it } from 'vitest'
import type { Customer, Field } from '@/api'
import { speak, startLanguage } from '@/i18n'
import i18next from 'i18next'
import { initials } from '../Avatar'
import { describeFilter } from '../filter/FilterBar'
import { canFilter, operatorsOf, readFilter, writeFilter } from './filter'
import { formatAgo, formatDate, formatMoney, formatPhone, formatValue, patchOf, placeNow, readField } from './format'

const field = (more: Partial<Field>): Field => ({
  key: 'x', owner: 'core', type: 'text', label: { vi: 'X', en: 'X' }, help: null, section: 's', sectionLabel: null, readOnly: false, required: false,
  searchable: true, sortable: true, choices: [], min: null, max: null, maxLength: null, pattern: null, currency: null, appliesTo: [], ...more,
})

beforeAll(() => startLanguage('vi'))

describe('values as they are shown', () => {
  it('writesDatesDayFirstWithoutATimeZoneInBetween', () => expect(formatDate('2026-03-05')).toBe('05/03/2026'))
  it('writesDongWithoutDecimals', () => expect(formatMoney(1500000)).toBe('1.500.000 ₫'))
  it('writesAVietnamesePhoneInItsGroups', () => {
    expect(formatPhone({ value: '0912.345.678', normal: '+84912345678' })).toBe('0912 345 678')
    expect(formatPhone('+1 415 555 0100')).toBe('+1 415 555 0100')
  })
  it('followsTheLanguage', async () => {
    await speak('en')
    expect(formatMoney(1500000)).toBe('1,500,000 ₫')
    expect(formatAgo(new Date(Date.now() - 3 * 3600_000).toISOString())).toBe('3 hours ago')
    await speak('vi')
    expect(formatAgo(new Date(Date.now() - 3 * 3600_000).toISOString())).toBe('3 giờ trước')
  })
  it('namesAChoiceAndKeepsWhatIsNoneAnyMore', () => {
    const stage = field({ type: 'choice', choices: [{ value: 'lead', label: { vi: 'Đầu mối', en: 'Lead' } }] })
    expect(formatValue(stage, 'lead')).toBe('Đầu mối')
    expect(formatValue(stage, 'gone')).toBe('gone')
  })
  it('doesNotStumbleOverStrangeValues', () => {
    expect(formatValue(field({ type: 'money' }), 'abc')).toBe('abc')
    expect(formatValue(field({ type: 'date' }), 'không rõ')).toBe('không rõ')
    expect(formatValue(field({ type: 'text' }), { a: 1 })).toBe('{"a":1}')
  })
  it('callsVietnamesePeopleByTheirFirstAndLastWord', () => {
    expect(initials('Nguyễn Thị Ánh')).toBe('NÁ')
    expect(initials('Đặng')).toBe('ĐẶ')
    expect(initials('  ')).toBe('?')
  })
})

describe('where a value lives', () => {
  const customer = { name: 'A', fields: { 'telecom.contract': 'one-year' }, addresses: [{ province: 'Huế' }, { province: 'Đà Nẵng', primary: true }] } as unknown as Customer
  it('findsPluginFieldsAndPartsOfTheMainAddress', () => {
    expect(readField(customer, field({ key: 'telecom.contract', owner: 'telecom' }))).toBe('one-year')
    expect(readField(customer, field({ key: 'address.province' }))).toBe('Đà Nẵng')
  })
  it('makesThePatchOfAPluginField', () =>
    expect(patchOf(field({ key: 'telecom.contract', owner: 'telecom' }), null)).toEqual({ fields: { 'telecom.contract': null } }))
})

describe('an address from before July 2025', () => {
  const unit = (code: string, name: string) => ({ code, name })
  const units = { province: unit('79', 'Thành phố Hồ Chí Minh'), ward: null, formerProvince: null, formerDistrict: null, formerWard: null }
  it('says where it lies today', () => {
    expect(placeNow({ units: { ...units, ward: unit('26740', 'Phường Sài Gòn'), formerWard: unit('26740', 'Phường Bến Nghé') } })).toBe('Phường Sài Gòn, Thành phố Hồ Chí Minh')
    expect(placeNow({ units: { ...units, formerProvince: unit('74', 'Tỉnh Bình Dương') } })).toBe('Thành phố Hồ Chí Minh')
  })
  it('is silent where it is written as of today', () => {
    expect(placeNow({ units })).toBeNull()
    expect(placeNow({ units: { ...units, ward: unit('25942', 'Phường Dĩ An'), formerProvince: unit('74', 'Tỉnh Bình Dương') } })).toBeNull()
    expect(placeNow({ units: null })).toBeNull()
    expect(placeNow({ line: '12 Lê Lợi' })).toBeNull()
  })
})

describe('filters in the address', () => {
  it.each(['stage:in:lead,prospect', 'telecom.monthlyCharge:gte:500000', 'name:contains:a:b', 'birthDate:empty'])('survive: %s', (text) =>
    expect(writeFilter(readFilter(text)!)).toBe(text),
  )
  it('callMeMyself', () => expect(describeFilter('assigneeId:in:me', [field({ key: 'assigneeId', type: 'member', label: { vi: 'Người làm', en: 'Assignee' } })], [], i18next.t)).toBe('Người làm: Tôi'))
  it('areRefusedWhereTheyAreNone', () => expect(readFilter('stage')).toBeNull())
  it('areOfferedOnlyOnWhatTheServerIndexes', () => {
    expect(canFilter(field({ searchable: false }))).toBe(false)
    expect(operatorsOf(field({ type: 'money' }))[0]).toBe('gte')
  })
})
