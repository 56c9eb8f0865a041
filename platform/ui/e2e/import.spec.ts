import { expect, test } from './world'

const CSV = [
  'Họ và tên;Số điện thoại;Email;Ngày sinh',
  'Nguyễn Văn Nhập;0987 000 001;nhap@mail.example;03/05/1990',
  'Trần Thị Dòng;0987 000 002;;17/11/1985',
  'Lê Không Số;không có;;',
].join('\n')

test('aSpreadsheetComesInThroughTheWizard', async ({ app }) => {
  await app.getByRole('link', { name: 'Nhập dữ liệu' }).first().click()
  await app.locator('input[type=file]').setInputFiles({ name: 'khách hàng.csv', mimeType: 'text/csv', buffer: Buffer.from(CSV) })

  await expect(app.getByRole('heading', { name: 'khách hàng.csv' })).toBeVisible()
  await expect(app.getByRole('group', { name: 'Những dòng đầu của tệp' })).toContainText('Trần Thị Dòng')
  await expect(app.getByRole('combobox', { name: 'Trường cho cột Số điện thoại' })).toHaveValue('Số điện thoại')
  await expect(app.getByRole('combobox', { name: 'Trường cho cột Ngày sinh' })).toHaveValue('Ngày sinh')

  await app.getByRole('button', { name: 'Chạy thử' }).click()
  await expect(app.getByRole('heading', { name: 'Nếu nhập bây giờ' })).toBeVisible({ timeout: 60_000 })
  await app.getByRole('button', { name: 'Nhập 2 khách hàng' }).click()
  await expect(app.getByRole('heading', { name: 'Đã nhập xong' })).toBeVisible({ timeout: 60_000 })

  await expect(app.getByRole('group', { name: 'Dòng bị từ chối' })).toContainText('Lê Không Số')
  const download = app.waitForEvent('download')
  await app.getByRole('link', { name: 'Tải các dòng này' }).click()
  expect((await download).suggestedFilename()).toContain('.csv')

  await app.getByRole('link', { name: 'Xem khách hàng' }).click()
  await expect(app.getByRole('row', { name: /Trần Thị Dòng/ })).toBeVisible()
})

test('aFileThatIsNoSpreadsheetIsRefusedWithWhatToDo', async ({ app }) => {
  await app.goto('/imports')
  await app.locator('input[type=file]').setInputFiles({ name: 'cu.xls', mimeType: 'application/vnd.ms-excel', buffer: Buffer.from('x') })
  await expect(app.getByRole('alert')).toContainText('lưu lại thành .xlsx hoặc .csv')
})
