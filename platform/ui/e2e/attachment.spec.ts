import { call, created, expect, test } from './world'

const PIXEL = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64')

test('filesAreAddedToAProfileLookedAtFetchedAndDeleted', async ({ app }) => {
  const { id } = await created(app, { kind: 'person', name: 'Hà Kèm Tệp' })
  await app.goto(`/customers/${id}`)
  const files = app.getByRole('region', { name: 'Tệp', exact: true })
  await files.locator('input[type=file]').setInputFiles([
    { name: 'ảnh mẫu.png', mimeType: 'image/png', buffer: PIXEL },
    { name: 'ghi chú.txt', mimeType: 'text/plain', buffer: Buffer.from('Khách thích màu trầm.') },
  ])
  await expect(files.getByRole('link', { name: 'ghi chú.txt' })).toBeVisible()
  await files.getByRole('button', { name: 'Xem ảnh mẫu.png' }).click()
  await expect(app.getByRole('dialog').getByRole('img', { name: 'ảnh mẫu.png' })).toHaveJSProperty('naturalWidth', 1)
  await app.keyboard.press('Escape')

  const download = app.waitForEvent('download')
  await files.getByRole('link', { name: 'ghi chú.txt' }).click()
  expect((await download).suggestedFilename()).toBe('ghi chú.txt')

  await files.getByRole('button', { name: 'Xóa tệp ghi chú.txt' }).click()
  await app.getByRole('dialog').getByRole('button', { name: 'Xóa tệp' }).click()
  await expect(files.getByRole('link', { name: 'ghi chú.txt' })).toBeHidden()
  expect((await call(app, 'GET', `/customers/${id}/attachments`)).body.items).toHaveLength(1)
})

test('aFileThatIsNotTakenSaysWhy', async ({ app }) => {
  const { id } = await created(app, { kind: 'person', name: 'Hồ Tệp Lạ' })
  const task = (await call(app, 'POST', '/tasks', { customerId: id, title: 'Xem tệp khách gửi' })).body
  await app.goto(`/tasks?open=${task.id}`)
  const files = app.getByRole('complementary').getByRole('region', { name: 'Tệp', exact: true })
  await files.locator('input[type=file]').setInputFiles({ name: 'trang.txt', mimeType: 'text/plain', buffer: Buffer.from('<html><script>1</script></html>') })
  await expect(files.getByRole('alert')).toBeVisible()
  await files.getByRole('button', { name: 'Ẩn: trang.txt' }).click()
  await expect(files.getByText('trang.txt')).toBeHidden()
})

test('aFieldHoldsOneOfTheFilesAtItsRecord', async ({ app }) => {
  const field = await call(app, 'POST', '/fields', { record: 'customer', type: 'file', label: { vi: 'Hợp đồng đã ký', en: 'Signed contract' } })
  expect(field.status, JSON.stringify(field.body)).toBe(201)
  const { id } = await created(app, { kind: 'person', name: 'Đỗ Ký Kết' })
  await app.goto(`/customers/${id}`)
  const line = app.locator('[data-field]', { hasText: 'Hợp đồng đã ký' })
  await line.getByRole('button', { name: 'Sửa Hợp đồng đã ký' }).click()
  await line.locator('input[type=file]').setInputFiles({ name: 'bản ký.txt', mimeType: 'text/plain', buffer: Buffer.from('Hai bên đã ký.') })
  await expect(line.getByRole('link', { name: 'bản ký.txt' })).toBeVisible()
  await line.getByRole('button', { name: 'Lưu', exact: true }).click()
  await expect(app.getByText('Đã lưu', { exact: true })).toBeVisible()
  await app.reload()
  await expect(line.getByRole('link', { name: 'bản ký.txt' })).toBeVisible()
  await expect(app.getByRole('region', { name: 'Tệp', exact: true }).getByRole('link', { name: 'bản ký.txt' })).toBeVisible()
})
