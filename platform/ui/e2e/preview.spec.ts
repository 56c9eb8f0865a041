import { call, colleague, created, expect, test } from './world'

test('anAdministratorSeesWhatAColleagueSeesAndCanChangeNothing', async ({ app }) => {
  const role = { key: 'xem-minh', label: { vi: 'Chỉ khách của mình', en: 'Own only' }, permissions: ['customer:read', 'customer:update', 'field:read', 'member:read'], reach: { customer: 'own' }, fields: { customer: { phones: 'masked' } } }
  expect((await call(app, 'POST', '/roles', role)).status).toBe(201)
  const who = await colleague(app, 'xem-minh', 'Sùng Được Xem')
  const { id } = await created(app, { kind: 'person', name: 'Giàng Của Họ', ownerId: who.id, phones: [{ value: '0912 000 555' }] })
  await created(app, { kind: 'person', name: 'Giàng Không Của Họ' })
  await app.goto('/settings/members')
  await app.getByRole('button', { name: 'Thao tác khác với Sùng Được Xem' }).click()
  await app.getByRole('menuitem', { name: 'Xem như Sùng Được Xem' }).click()

  const banner = app.getByRole('region', { name: 'Đang xem như Sùng Được Xem' })
  await expect(banner).toContainText('Chỉ khách của mình')
  await expect(app).toHaveTitle('Đang xem như Sùng Được Xem')
  await expect(app.getByText('Giàng Của Họ')).toBeVisible()
  await expect(app.getByText('Giàng Không Của Họ')).toHaveCount(0)
  await expect(app.getByRole('button', { name: 'Thêm khách hàng' })).toHaveCount(0)
  await expect(app.getByRole('link', { name: 'Đơn hàng' })).toHaveCount(0)
  await app.goto(`/customers/${id}`)
  await expect(banner).toBeVisible()
  await expect(app.locator('[data-field="phones"]')).toContainText('•••')
  await expect(app.locator('main').getByRole('button', { name: /^Sửa / })).toHaveCount(0)

  // “You” is whom one looks as.
  await app.goto('/settings/members')
  await expect(app.getByText('Sùng Được Xem · bạn')).toBeVisible()
  await expect(app.getByText('Trần Thị Mai · bạn')).toHaveCount(0)

  await banner.getByRole('button', { name: 'Thôi xem thử' }).click()
  await expect(app.getByRole('heading', { name: 'Thành viên' })).toBeVisible()
  await expect(banner).toHaveCount(0)
  await app.goto('/customers?q=Giàng')
  await expect(app.getByText('Giàng Không Của Họ')).toBeVisible()
  await who.leave()
})
