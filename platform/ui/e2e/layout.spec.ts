import { call, created, expect, test } from './world'

test('aStageOfLifeHasALayoutOfItsOwnAndGoesBackToTheCommonOne', async ({ app }) => {
  const lead = await created(app, { kind: 'person', name: 'Đầu Mối Xếp Chỗ', stage: 'lead' })
  const regular = await created(app, { kind: 'person', name: 'Khách Quen Xếp Chỗ', stage: 'regular' })
  const occupation = app.locator('[data-field="occupation"]')

  await app.goto('/settings/layouts')
  await app.getByRole('combobox', { name: 'Giai đoạn' }).click()
  await app.getByRole('option', { name: 'Khách quen' }).click()
  await expect(app.getByText('Giai đoạn này đang theo bố cục chung.')).toBeVisible()
  await app.getByRole('button', { name: 'Ẩn Nghề nghiệp' }).click()
  await expect(app.getByRole('button', { name: 'Hiện Nghề nghiệp' })).toBeVisible()
  // By keyboard, a field goes up over the name of its section into the one before.
  await app.getByRole('button', { name: 'Đổi chỗ Số điện thoại' }).press('ArrowUp')
  await app.getByRole('button', { name: 'Lưu', exact: true }).click()
  await expect(app.getByText('Đã lưu bố cục')).toBeVisible()

  await app.goto(`/customers/${regular.id}`)
  await expect(app.getByRole('region', { name: 'Định danh' }).locator('[data-field="phones"]')).toBeVisible()
  await expect(occupation).toHaveCount(0)
  await app.goto(`/customers/${lead.id}`)
  await expect(occupation).toBeVisible()

  await app.goto('/settings/layouts?stage=regular')
  await app.getByRole('button', { name: 'Theo bố cục chung' }).click()
  await expect(app.getByText('Giai đoạn này đang theo bố cục chung.')).toBeVisible()
  await app.goto(`/customers/${regular.id}`)
  await expect(occupation).toBeVisible()
})

test('formsAndPanelsOfRecordsFollowTheirLayoutAndTheStandardComesBack', async ({ app }) => {
  const { body: task } = await call(app, 'POST', '/tasks', { title: 'Việc theo bố cục' })
  const details = app.locator('[data-field="body"]')
  await app.goto('/settings/layouts?record=task')
  await app.getByRole('button', { name: 'Ẩn Chi tiết' }).click()
  await app.getByRole('button', { name: 'Lưu', exact: true }).click()
  await expect(app.getByText('Đã lưu bố cục')).toBeVisible()

  await app.goto(`/tasks?open=${task.id}`)
  await expect(app.locator('[data-field="dueAt"]')).toBeVisible()
  await expect(details).toHaveCount(0)
  await app.getByRole('button', { name: 'Thêm việc' }).first().click()
  await expect(app.getByRole('dialog', { name: 'Thêm việc' }).locator('[data-field="dueAt"]')).toBeVisible()
  await expect(details).toHaveCount(0)

  await app.goto('/settings/layouts?record=task')
  await app.getByRole('button', { name: 'Về mặc định' }).click()
  await expect(app.getByText('Đang là bố cục mặc định.')).toBeVisible()
  await app.goto(`/tasks?open=${task.id}`)
  await expect(details).toBeVisible()
})
