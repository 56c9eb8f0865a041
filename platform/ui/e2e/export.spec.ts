import { readFileSync } from 'node:fs'
import { call, created, expect, test } from './world'

test('aFileIsMadeInTheBackgroundAndFetched', async ({ app }) => {
  await created(app, { kind: 'person', name: 'Vương Xuất Tệp', phones: [{ value: '0912 777 001' }] })
  await app.goto('/customers?q=vuong+xuat+tep')
  await expect(app.getByRole('row', { name: /Vương Xuất Tệp/ })).toBeVisible()
  await app.keyboard.press('d')
  const form = app.getByRole('dialog', { name: 'Xuất dữ liệu: khách hàng' })
  await form.getByText('CSV', { exact: true }).click()
  await form.getByRole('button', { name: 'Xuất dữ liệu' }).click()
  const tray = app.getByRole('region', { name: 'Việc đang chạy' })
  await expect(tray).toContainText('1 dòng', { timeout: 30_000 })
  const download = app.waitForEvent('download')
  await tray.getByRole('link', { name: /^Tải về/ }).click()
  const file = await download
  expect(file.suggestedFilename()).toMatch(/^khach-hang-.*\.csv$/)
  expect(readFileSync(await file.path(), 'utf8')).toContain('Vương Xuất Tệp')

  // Another page, another day: the file is where files are asked for.
  await app.reload()
  await app.getByRole('button', { name: 'Xuất dữ liệu' }).click()
  await expect(app.getByRole('region', { name: 'Tệp đã xong' }).getByRole('link', { name: /^Tải về khach-hang/ })).toBeVisible()
})

test('everyListGivesItsFile', async ({ app }) => {
  const { id } = await created(app, { kind: 'person', name: 'Tạ Việc Xuất' })
  await call(app, 'POST', '/tasks', { customerId: id, title: 'Gọi lại trước khi xuất' })
  await app.goto('/tasks')
  await expect(app.getByRole('row', { name: /Gọi lại trước khi xuất/ })).toBeVisible()
  await app.getByRole('button', { name: 'Xuất dữ liệu' }).click()
  await app.getByRole('dialog').getByRole('button', { name: 'Xuất dữ liệu' }).click()
  await expect(app.getByRole('region', { name: 'Việc đang chạy' }).getByRole('link', { name: /^Tải về/ })).toBeVisible({ timeout: 30_000 })
})
