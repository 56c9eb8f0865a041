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
  await expect(dialog.getByRole('group', { name: 'Trước và sau' })).toContainText('Lan Hàng Loạt')
  await dialog.getByRole('button', { name: 'Đổi 3 khách hàng' }).click()

  const tray = app.getByRole('region', { name: 'Việc đang chạy' })
  await expect(tray).toContainText('3 đã đổi', { timeout: 30_000 })
  await expect(app.getByRole('row', { name: /Lan Hàng Loạt/ })).toContainText('Khách quen')
  // It is still there after the page was left, and out of the way.
  await app.reload()
  await tray.getByRole('button', { name: 'Việc đang chạy', expanded: false }).click()
  await tray.getByRole('button', { name: 'Hoàn tác' }).click()
  await expect(tray).toContainText('3 khách hàng trở lại như cũ', { timeout: 30_000 })
  await expect(app.getByRole('row', { name: /Lan Hàng Loạt/ })).not.toContainText('Khách quen')
})

test('ordersInteractionsFeedbackAndTasksAreChangedAtOnceTooAndTakenBackLater', async ({ app }) => {
  const { id } = await created(app, { kind: 'person', name: 'Hồ Nhiều Việc' })
  const made = async (path: string, body: object) => expect((await call(app, 'POST', path, { customerId: id, ...body })).status).toBe(201)
  for (const n of [1, 2]) {
    await made('/orders', { number: `NHIEU-${n}`, lines: [{ name: 'Nón lá', quantity: 1, unitPrice: 90000 }] })
    await made('/interactions', { channel: 'call', direction: 'out', body: `Hỏi thăm lần ${n}` })
    await made('/feedback', { kind: 'complaint', subject: `Nón rách lần ${n}` })
    await made('/tasks', { title: `Gửi nón lần ${n}`, priority: 'low' })
  }
  const keys = app.keyboard
  const tray = app.getByRole('region', { name: 'Việc đang chạy' })
  const change = async (path: string, row: RegExp, title: string, what: string, value: () => Promise<void>, button: string) => {
    await app.goto(`${path}?filter=customerId:eq:${id}`)
    await expect(app.getByRole('row', { name: row })).toBeVisible()
    await keys.press('a')
    await expect(app.getByRole('button', { name: 'Sửa hàng loạt' })).toBeVisible()
    await keys.press('b')
    const dialog = app.getByRole('dialog', { name: title })
    await dialog.getByRole('combobox', { name: 'Sửa gì' }).click()
    await app.getByRole('option', { name: what, exact: true }).click()
    await value()
    await dialog.getByRole('button', { name: 'Xem trước' }).click()
    await expect(dialog.getByRole('group', { name: 'Trước và sau' })).toBeVisible()
    await dialog.getByRole('button', { name: button }).click()
    await expect(tray).toContainText('2 đã đổi', { timeout: 30_000 })
  }
  const choose = (field: string, option: string) => async () => {
    await app.getByRole('dialog').getByRole('combobox', { name: field }).click()
    await app.getByRole('option', { name: option, exact: true }).click()
  }
  await change('/orders', /NHIEU-2/, 'Sửa 2 đơn hàng', 'Cửa hàng', () => app.getByRole('dialog').getByRole('textbox', { name: 'Cửa hàng' }).fill('Chợ Bến Thành'), 'Đổi 2 đơn hàng')
  await expect(app.getByRole('row', { name: /NHIEU-2/ })).toContainText('Chợ Bến Thành')
  await change('/interactions', /Hỏi thăm lần 2/, 'Sửa 2 tương tác', 'Kết quả', choose('Kết quả', 'Gặp được khách'), 'Đổi 2 tương tác')
  await change('/feedback', /Nón rách lần 2/, 'Sửa 2 phản hồi', 'Trạng thái', choose('Trạng thái', 'Đang xử lý'), 'Đổi 2 phản hồi')
  await change('/tasks', /Gửi nón lần 2/, 'Sửa 2 việc', 'Ưu tiên', choose('Ưu tiên', 'Cao'), 'Đổi 2 việc')

  // All of them are kept, by the server: in any browser, and long after the tray has forgotten them.
  await tray.getByRole('link', { name: 'Mọi lần sửa' }).first().click()
  const runs = app.getByRole('main').getByRole('listitem')
  const stores = runs.filter({ hasText: 'Cửa hàng: Chợ Bến Thành' })
  await stores.getByRole('button', { name: 'Hoàn tác' }).click()
  await expect(runs.filter({ hasText: 'Hoàn tác: Cửa hàng: Chợ Bến Thành' })).toContainText('2 đơn hàng trở lại như cũ', { timeout: 30_000 })
  await app.goto(`/orders?filter=customerId:eq:${id}`)
  await expect(app.getByRole('row', { name: /NHIEU-2/ })).not.toContainText('Chợ Bến Thành')
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
  await expect(dialog.getByRole('group', { name: 'Những gì bị từ chối và lý do' })).toContainText('Trịnh Từ Chối')
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
  await expect(app.getByRole('heading', { name: 'Đã hoàn tác lần nhập' })).toBeVisible({ timeout: 30_000 })
  await expect(app.getByRole('heading', { name: 'Đã nhập xong' })).toHaveCount(0)
  const said = app.getByRole('status').filter({ hasText: 'Trần Thị Mai đã hoàn tác lúc' })
  await expect(said).toContainText('1 mục vào thùng rác')
  await expect(said).toContainText('1 chỗ không trả lại được')
  await expect(app.getByRole('link', { name: 'Xem khách hàng' })).toHaveCount(0)
  await expect(app.getByRole('group', { name: 'Những gì được giữ lại và lý do' })).toContainText('Trần Nhập Nhầm')
})
