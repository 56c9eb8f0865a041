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

test('aCallIsWrittenDownWithItsFilesInOneGo', async ({ app }) => {
  const { id } = await created(app, { kind: 'person', name: 'Hà Gọi Kèm Tệp' })
  await app.goto(`/customers/${id}`)
  await app.getByRole('tab', { name: 'Cuộc gọi' }).click()
  const composer = app.getByRole('group', { name: 'Ghi lại' })
  await app.keyboard.type('Khách gửi phiếu bảo hành')
  await composer.locator('input[type=file]').setInputFiles([
    { name: 'phiếu.txt', mimeType: 'text/plain', buffer: Buffer.from('Bảo hành 12 tháng') },
    { name: 'trống.txt', mimeType: 'text/plain', buffer: Buffer.from('') },
  ])
  await expect(composer.getByRole('alert')).toHaveText('Tệp này trống.')
  await expect(composer.getByRole('button', { name: 'Lưu cuộc gọi' })).toBeDisabled()
  await composer.getByRole('button', { name: 'Bỏ tệp trống.txt' }).click()
  await composer.getByRole('button', { name: 'Lưu cuộc gọi' }).click()
  const attached = app.getByRole('region', { name: 'Dòng thời gian' }).getByRole('list', { name: '1 tệp đính kèm' })
  const download = app.waitForEvent('download')
  await attached.getByRole('link', { name: 'phiếu.txt' }).click()
  expect((await download).suggestedFilename()).toBe('phiếu.txt')
  await app.getByRole('region', { name: 'Dòng thời gian' }).getByRole('button', { name: 'Gọi cho khách' }).click()
  await expect(app.getByRole('dialog').getByRole('link', { name: 'phiếu.txt' })).toBeVisible()
  await expect(composer.getByText('phiếu.txt')).toHaveCount(0)
})

test('aDraftAfterAReloadNamesTheFilesThatAreToBeChosenAgain', async ({ app }) => {
  const { id } = await created(app, { kind: 'person', name: 'Hà Nháp Kèm Tệp' })
  await app.goto(`/customers/${id}`)
  await app.getByRole('tab', { name: 'Ghi chú' }).click()
  const composer = app.getByRole('group', { name: 'Ghi lại' })
  await app.keyboard.type('Khách gửi phiếu bảo hành')
  const slip = { name: 'phiếu.txt', mimeType: 'text/plain', buffer: Buffer.from('Bảo hành 12 tháng') }
  await composer.locator('input[type=file]').setInputFiles(slip)
  await app.reload()
  await expect(composer.getByRole('textbox')).toHaveValue('Khách gửi phiếu bảo hành')
  await expect(composer.getByRole('status')).toContainText('phiếu.txt')
  await composer.locator('input[type=file]').setInputFiles(slip)
  await expect(composer.getByRole('status')).toHaveCount(0)
  await composer.getByRole('button', { name: 'Lưu ghi chú' }).click()
  await expect(app.getByRole('region', { name: 'Dòng thời gian' })).toContainText('Khách gửi phiếu bảo hành')
})

test('aCallShowsItsLengthAsItWasWritten', async ({ app }) => {
  const { id } = await created(app, { kind: 'person', name: 'Hà Gọi Lâu' })
  await app.goto(`/customers/${id}`)
  await app.getByRole('tab', { name: 'Cuộc gọi' }).click()
  const composer = app.getByRole('group', { name: 'Ghi lại' })
  await composer.getByRole('textbox', { name: 'Thời lượng' }).fill('7,5')
  await composer.getByRole('button', { name: 'Lưu cuộc gọi' }).click()
  const timeline = app.getByRole('region', { name: 'Dòng thời gian' })
  await expect(timeline).toContainText('7 phút 30 giây')
  await timeline.getByRole('button', { name: 'Gọi cho khách' }).click()
  const length = app.getByRole('dialog').locator('[data-field=durationSeconds]')
  await expect(length).toContainText('7 phút 30 giây')
  await expect(length).not.toContainText('(giây)')
  await length.getByRole('button', { name: 'Sửa Thời lượng' }).click()
  await length.getByRole('textbox').fill('7')
  await app.keyboard.press('Enter')
  await expect(length).toContainText('7 phút')
  await expect.poll(async () => (await call(app, 'GET', `/interactions?filter=${encodeURIComponent(`customerId:eq:${id}`)}`)).body.items[0].durationSeconds).toBe(420)
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
