import { created, expect, test } from './world'

test('aCustomerIsAskedAndTheAnswerIsKeptWithItsProof', async ({ app }) => {
  await app.goto('/settings/consents')
  await app.getByRole('button', { name: 'Thêm mục đích' }).click()
  const form = app.getByRole('dialog', { name: 'Thêm mục đích' })
  await form.getByRole('textbox', { name: 'Tên mục đích' }).fill('Tin khuyến mãi')
  await form.getByRole('textbox', { name: 'Lời hỏi khách' }).fill('Bạn có muốn nhận tin khuyến mãi của cửa hàng không?')
  await form.getByRole('button', { name: 'Lưu' }).click()
  await expect(app.getByText('Đã lưu mục đích')).toBeVisible()

  const { id } = await created(app, { kind: 'person', name: 'Mạc Đồng Ý', phones: [{ value: '0912345222' }] })
  await app.goto(`/customers/${id}`)
  await app.getByRole('button', { name: /^Tin khuyến mãi – SMS: Chưa hỏi/ }).click()
  const dialog = app.getByRole('dialog')
  // Never ticked by default.
  await expect(dialog.getByRole('radio', { checked: true })).toHaveCount(0)
  await expect(dialog.getByRole('button', { name: 'Lưu' })).toBeDisabled()
  await dialog.getByRole('radio', { name: 'Đồng ý' }).check()
  await dialog.getByRole('button', { name: 'Lưu' }).click()
  await expect(app.getByRole('button', { name: /^Tin khuyến mãi – SMS: Đồng ý/ })).toBeVisible()
  await expect(app.getByRole('region', { name: 'Dòng thời gian' })).toContainText('Tin khuyến mãi')
})

test('customersAreLinkedInBothDirections', async ({ app }) => {
  const firm = await created(app, { kind: 'organisation', name: 'Công ty Nối Vòng' })
  const { id } = await created(app, { kind: 'person', name: 'Phùng Nhân Viên' })
  await app.goto(`/customers/${id}`)
  await app.getByRole('button', { name: 'Nối với khách khác' }).click()
  const dialog = app.getByRole('dialog', { name: 'Nối với khách khác' })
  await dialog.getByRole('combobox', { name: 'Khách liên quan', exact: true }).fill('noi vong')
  await app.getByRole('option', { name: /Công ty Nối Vòng/ }).click()
  await dialog.getByRole('button', { name: 'Nối với khách khác' }).click()
  await expect(app.getByRole('region', { name: 'Người và nơi liên quan' })).toContainText('Công ty Nối Vòng')
  await app.goto(`/customers/${firm.id}`)
  await expect(app.getByRole('region', { name: 'Người và nơi liên quan' })).toContainText('Phùng Nhân Viên')
})
