import { call, created, expect, test } from './world'

test('anyRecordIsFoundAnythingIsDoneAndWhatWasUsedComesFirst', async ({ app }) => {
  const made = async (path: string, body: object) => (await call(app, 'POST', path, body)).body
  const { id } = await created(app, { kind: 'person', name: 'Quách Tìm Nhanh', phones: [{ value: '0912 345 444' }] })
  const order = await made('/orders', { customerId: id, number: 'PAL-0042', lines: [{ name: 'Đèn bàn', quantity: 1, unitPrice: 250000 }] })
  await made('/tasks', { customerId: id, title: 'Gửi bảng báo giá đèn' })
  await made('/feedback', { customerId: id, kind: 'complaint', subject: 'Đèn nhấp nháy' })
  await made('/interactions', { customerId: id, channel: 'call', direction: 'out', body: 'Hẹn giao đèn vào thứ Sáu' })
  const keys = app.keyboard
  const box = app.getByRole('combobox', { name: 'Tìm hoặc đi tới' })
  const find = async (text: string) => {
    await keys.press('Control+k')
    await box.fill(text)
  }

  await find('pal-00')
  await expect(app.getByRole('option', { name: /PAL-0042/ })).toHaveAttribute('aria-selected', 'true')
  await keys.press('Enter')
  await expect(app).toHaveURL(new RegExp(order.id))

  await find('đèn')
  await expect(app.getByRole('group', { name: 'Việc cần làm' }).getByRole('option', { name: /Gửi bảng báo giá đèn/ })).toBeVisible()
  await expect(app.getByRole('group', { name: 'Phản hồi' }).getByRole('option', { name: /Đèn nhấp nháy/ })).toBeVisible()
  await app.getByRole('group', { name: 'Tương tác' }).getByRole('option', { name: /Hẹn giao đèn/ }).click()
  await expect(app.getByRole('complementary', { name: /Hẹn giao đèn/ })).toBeVisible()

  await find('0912345444')
  await app.getByRole('option', { name: /Quách Tìm Nhanh/ }).click()
  await expect(app.getByRole('heading', { name: 'Quách Tìm Nhanh' })).toBeVisible()

  // On a profile, a task is about whom it shows.
  await find('them viec')
  await keys.press('Enter')
  const form = app.getByRole('dialog', { name: 'Thêm việc' })
  await expect(form.getByRole('combobox', { name: 'Khách hàng' })).toHaveValue('Quách Tìm Nhanh')
  await keys.press('Escape')

  await keys.press('Control+k')
  const recent = app.getByRole('group', { name: 'Gần đây' }).getByRole('option')
  await expect(recent.nth(0)).toContainText('Thêm việc cần làm')
  await expect(recent.nth(1)).toContainText('Quách Tìm Nhanh')

  await box.fill('english')
  await keys.press('Enter')
  await expect(app.getByRole('link', { name: 'Customers', exact: true }).first()).toBeVisible()
  await keys.press('Control+k')
  await app.getByRole('combobox', { name: 'Search or go to' }).fill('tieng viet')
  await keys.press('Enter')
  await expect(app.getByRole('link', { name: 'Khách hàng', exact: true }).first()).toBeVisible()
})

test('commandsAreThereBeforeASlowServerAnswers', async ({ app }) => {
  await app.route('**/api/v1/customers?*q=*', () => undefined)
  await app.keyboard.press('Control+k')
  await app.getByRole('combobox', { name: 'Tìm hoặc đi tới' }).fill('thanh vien')
  await expect(app.getByRole('option', { name: 'Thành viên' })).toBeVisible()
  await app.getByRole('option', { name: 'Thành viên' }).click()
  await expect(app).toHaveURL(/settings\/members/)
  await app.unrouteAll({ behavior: 'ignoreErrors' })
})
