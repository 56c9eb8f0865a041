import { call, created, expect, test } from './world'

test('manyAreChangedAtOnceAfterALookAndTakenBack', async ({ app }) => {
  for (const name of ['Mai Hàng Loạt', 'Lan Hàng Loạt', 'Cúc Hàng Loạt']) await created(app, { kind: 'person', name, stage: 'lead' })
  await app.goto('/customers?q=hang+loat')
  await expect(app.getByRole('row', { name: /Cúc Hàng Loạt/ })).toBeVisible()
  await app.keyboard.press('a')
  await expect(app.getByText('Đã chọn 3')).toBeVisible()
  await expect(app.getByRole('button', { name: 'Sửa hàng loạt' })).toBeVisible()
  await app.keyboard.press('b')
  const dialog = app.getByRole('dialog', { name: 'Sửa 3 khách hàng' })
  await dialog.getByRole('combobox', { name: 'Sửa gì' }).click()
  await app.getByRole('option', { name: 'Giai đoạn' }).click()
  await dialog.getByRole('combobox', { name: 'Giai đoạn' }).click()
  await app.getByRole('option', { name: 'Khách quen' }).click()
  await dialog.getByRole('button', { name: 'Xem trước' }).click()
  await expect(dialog.getByRole('region', { name: 'Trước và sau' })).toContainText('Lan Hàng Loạt')
  await dialog.getByRole('button', { name: 'Đổi 3 khách hàng' }).click()

  const tray = app.getByRole('region', { name: 'Việc đang chạy' })
  await expect(tray).toContainText('3 đã đổi', { timeout: 30_000 })
  await expect(app.getByRole('row', { name: /Lan Hàng Loạt/ })).toContainText('Khách quen')
  // It is still there after the page was left.
  await app.reload()
  await tray.getByRole('button', { name: 'Hoàn tác' }).click()
  await expect(tray).toContainText('3 khách trở lại như cũ', { timeout: 30_000 })
  await expect(app.getByRole('row', { name: /Lan Hàng Loạt/ })).not.toContainText('Khách quen')
})

test('whatIsRefusedIsSaidBeforeAnythingHappens', async ({ app }) => {
  await created(app, { kind: 'person', name: 'Trịnh Từ Chối' })
  await app.goto('/customers?q=trinh+tu+choi')
  await app.getByRole('checkbox', { name: 'Chọn Trịnh Từ Chối' }).check()
  await app.getByRole('button', { name: 'Sửa hàng loạt' }).click()
  const dialog = app.getByRole('dialog', { name: 'Sửa 1 khách hàng' })
  await dialog.getByRole('combobox', { name: 'Sửa gì' }).fill('Ngày sinh')
  await app.getByRole('option', { name: 'Ngày sinh' }).click()
  await dialog.getByRole('textbox', { name: 'Ngày sinh' }).fill('1/1/1700')
  await dialog.getByRole('button', { name: 'Xem trước' }).click()
  await expect(dialog.getByRole('region', { name: 'Khách bị từ chối và lý do' })).toContainText('Trịnh Từ Chối')
  await expect(dialog.getByRole('button', { name: /^Đổi/ })).toBeDisabled()
})

test('aWholeImportIsTakenBackAndWhatWasChangedSinceStays', async ({ app }) => {
  const csv = 'Họ và tên,Điện thoại\nNguyễn Nhập Nhầm,0977 100 001\nTrần Nhập Nhầm,0977 100 002\n'
  const { id } = (await call(app, 'POST', `/imports?fileName=${encodeURIComponent('nhầm.csv')}`, csv, { 'Content-Type': 'text/csv' })).body
  expect((await call(app, 'POST', `/imports/${id}/start`)).status).toBeLessThan(300)
  await app.goto(`/imports/${id}`)
  await expect(app.getByRole('heading', { name: 'Đã nhập xong' })).toBeVisible({ timeout: 60_000 })
  const kept = (await call(app, 'GET', '/customers?q=tran+nhap+nham')).body.items[0]
  await call(app, 'PATCH', `/customers/${kept.id}`, { occupation: 'Thợ may' }, { 'If-Match': `"v${kept.version}"`, 'Content-Type': 'application/merge-patch+json' })

  await app.getByRole('button', { name: 'Hoàn tác lần nhập' }).click()
  await expect(app.getByRole('dialog')).toContainText('2 mục do lần nhập này thêm sẽ vào thùng rác')
  await app.getByRole('dialog').getByRole('button', { name: 'Hoàn tác lần nhập' }).click()
  await expect(app.getByRole('region', { name: 'Hoàn tác: nhầm.csv' })).toContainText('1 mục vào thùng rác', { timeout: 30_000 })
  await expect(app.getByRole('region', { name: 'Những gì được giữ lại và lý do' })).toContainText('Trần Nhập Nhầm')
})
