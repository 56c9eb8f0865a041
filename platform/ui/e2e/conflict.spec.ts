import { call, created, expect, test } from './world'

test('twoPeopleWhoChangeTheSameFieldChooseAndOthersDoNotNotice', async ({ app }) => {
  const customer = await created(app, { kind: 'person', name: 'Hồ Thị Tranh', occupation: 'Sinh viên' })
  await app.goto(`/customers/${customer.id}`)
  const occupation = app.locator('[data-field="occupation"]')
  await occupation.getByRole('button', { name: /^Sửa/ }).click()
  await occupation.getByRole('textbox').fill('Nhà báo')

  const change = (version: number, patch: object) =>
    call(app, 'PATCH', `/customers/${customer.id}`, patch, { 'If-Match': `"v${version}"`, 'Content-Type': 'application/merge-patch+json' })
  expect((await change(customer.version, { occupation: 'Luật sư' })).status).toBe(200)
  await occupation.getByRole('button', { name: 'Lưu' }).click()

  const dialog = app.getByRole('dialog', { name: 'Có người vừa sửa cùng trường này' })
  await expect(dialog.getByRole('radio', { name: /Của bạn.*Nhà báo/ })).toBeChecked()
  await expect(dialog.getByRole('radio', { name: /Đã được lưu.*Luật sư/ })).toBeVisible()
  await dialog.getByRole('button', { name: 'Lưu lựa chọn' }).click()
  await expect(occupation).toContainText('Nhà báo')

  // Somebody changed another field: nothing to choose, both stay.
  await occupation.getByRole('button', { name: /^Sửa/ }).click()
  await occupation.getByRole('textbox').fill('Biên tập viên')
  const now = (await call(app, 'GET', `/customers/${customer.id}`)).body
  expect((await change(now.version, { birthPlace: 'Huế' })).status).toBe(200)
  await occupation.getByRole('button', { name: 'Lưu' }).click()
  await expect(occupation).toContainText('Biên tập viên')
  await expect(app.locator('[data-field="birthPlace"]')).toContainText('Huế')
  await expect(dialog).toBeHidden()

  await app.getByRole('alert').getByRole('button', { name: 'Hoàn tác' }).last().click()
  await expect(occupation).toContainText('Nhà báo')
})

test('whatWasArchivedTogetherComesBackWithUndo', async ({ app }) => {
  for (const name of ['Vũ Lưu Một', 'Vũ Lưu Hai']) await created(app, { kind: 'person', name, tags: ['lưu'] })
  await app.goto('/customers?q=vu+luu')
  await app.getByRole('checkbox', { name: 'Chọn Vũ Lưu Một' }).check()
  await app.getByRole('checkbox', { name: 'Chọn Vũ Lưu Hai' }).check()
  await app.getByRole('region', { name: 'Thao tác với các dòng đã chọn' }).getByRole('button', { name: 'Lưu trữ' }).click()
  await expect(app.getByRole('heading', { name: 'Không có khách hàng nào khớp' })).toBeVisible()
  await app.getByRole('alert').getByRole('button', { name: 'Hoàn tác' }).last().click()
  await expect(app.getByRole('row', { name: /Vũ Lưu Một/ })).toBeVisible()
  await expect(app.getByRole('row', { name: /Vũ Lưu Hai/ })).toBeVisible()
})
