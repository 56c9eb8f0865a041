import { call, created, expect, test } from './world'

test('aWorkspaceSetsItsTimeZoneAndTakesItBack', async ({ app }) => {
  await app.goto('/settings/general')
  await app.getByRole('combobox', { name: 'Múi giờ' }).click()
  await app.getByRole('combobox', { name: 'Múi giờ' }).fill('tokyo')
  await app.getByRole('option', { name: /Asia\/Tokyo/ }).click()
  await expect(app.getByText('Đã lưu thiết lập')).toBeVisible()
  expect((await call(app, 'GET', '/settings')).body.timeZone).toBe('Asia/Tokyo')
  await app.getByRole('alert').getByRole('button', { name: 'Hoàn tác' }).last().click()
  await expect(app.getByRole('combobox', { name: 'Múi giờ' })).toHaveValue(/Ho Chi Minh/)
  expect((await call(app, 'GET', '/settings')).body.timeZone).toBe('Asia/Ho_Chi_Minh')
})

test('theCurrencyStaysOnceThereAreOrders', async ({ app }) => {
  const { id } = await created(app, { kind: 'person', name: 'Khách Có Đơn' })
  expect((await call(app, 'POST', '/orders', { customerId: id, lines: [{ name: 'Áo', quantity: 1, unitPrice: 100000 }] })).status).toBe(201)
  await app.goto('/settings/general')
  await app.getByRole('combobox', { name: 'Đơn vị tiền tệ' }).click()
  await app.getByRole('option', { name: /^USD/ }).click()
  await expect(app.getByText(/không đổi đơn vị tiền tệ được nữa/)).toBeVisible()
  await expect(app.getByRole('combobox', { name: 'Đơn vị tiền tệ' })).toHaveValue(/^VND/)
})
