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

test('whatIsTypedBeforeTheBoxHasComeIsNoShortcut', async ({ app }) => {
  const one = await created(app, { kind: 'person', name: 'Xa Gõ Nhanh' })
  await app.reload()
  await expect(app.getByRole('row', { name: /Xa Gõ Nhanh/ })).toBeVisible()
  await app.route(/Palette[^/]*\.(js|tsx)/, async (route) => {
    await new Promise((settle) => setTimeout(settle, 1500))
    await route.continue()
  })
  await app.keyboard.press('Control+k')
  await app.keyboard.type('xa go nhanh')
  await expect(app.getByRole('combobox', { name: 'Tìm hoặc đi tới' })).toHaveValue('xa go nhanh')
  await expect(app.getByText(/^Đã chọn/)).toHaveCount(0)
  await app.getByRole('option', { name: /Xa Gõ Nhanh/ }).waitFor()
  await app.keyboard.press('Enter')
  await expect(app).toHaveURL(new RegExp(one.id))

  // The box of a filter, too: its words are no shortcuts, and it has the focus when it comes late.
  await app.goto('/customers')
  await expect(app.getByRole('row', { name: /Xa Gõ Nhanh/ })).toBeVisible()
  await app.route(/FilterForms[^/]*\.(js|tsx)/, async (route) => {
    await new Promise((settle) => setTimeout(settle, 1500))
    await route.continue()
  })
  await app.keyboard.press('f')
  await app.keyboard.type('giai doan')
  await expect(app.getByRole('textbox', { name: 'Lọc theo trường nào' })).toHaveValue('giai doan')
  await expect(app.getByRole('textbox', { name: 'Lọc theo trường nào' })).toBeFocused()
  await app.keyboard.press('Enter')
  // Whoever has chosen goes on by Enter; the list's own keys mean nothing meanwhile.
  await expect(app.getByRole('checkbox', { name: 'Đầu mối', exact: true })).toBeFocused()
  await app.keyboard.press('d')
  await app.keyboard.press('Space')
  await app.keyboard.press('Enter')
  await expect(app).toHaveURL(/customers\?filter=stage:in:lead$/)
  await expect(app.getByRole('dialog')).toHaveCount(0)
})
