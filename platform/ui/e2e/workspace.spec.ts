import { call, created, expect, test, unique } from './world'

test('anotherWorkspaceShowsNothingOfTheFirst', async ({ app, owner }) => {
  const mine = await created(app, { kind: 'person', name: 'Khách Của Sen', tags: ['nhãn-của-sen'] })
  const slug = `e2e-${unique()}`
  await app.goto('/settings/workspaces')
  await app.getByLabel('Tên doanh nghiệp').fill('Tiệm bánh Mây')
  await app.getByLabel('Tên ngắn trên địa chỉ').fill(slug)
  await app.getByRole('combobox', { name: 'Ngành' }).click()
  await app.getByRole('option', { name: 'Dịch vụ' }).click()
  await app.getByRole('button', { name: 'Mở không gian', exact: true }).click()

  await expect(app.getByRole('button', { name: 'Không gian làm việc: Tiệm bánh Mây' })).toBeVisible()
  await expect(app.getByRole('heading', { name: 'Đưa khách hàng của bạn vào đây' })).toBeVisible()
  await expect(app.getByText('Khách Của Sen')).toHaveCount(0)
  await app.goto(`/customers/${mine.id}`)
  await expect(app.getByRole('heading', { name: 'Không tìm thấy' })).toBeVisible()
  expect((await call(app, 'GET', '/tags')).body.items).not.toContain('nhãn-của-sen')

  await app.goto('/customers')
  await app.getByRole('button', { name: /^Không gian làm việc:/ }).click()
  await app.getByRole('menuitem', { name: owner.name }).click()
  await expect(app.getByRole('button', { name: `Không gian làm việc: ${owner.name}` })).toBeVisible()
  await expect(app.getByRole('row', { name: /Khách Của Sen/ })).toBeVisible()
})
