import { call, created, expect, test, type Page } from './world'

async function order(app: Page, customerId: string, total = 420_000) {
  const { status, body } = await call(app, 'POST', '/orders', { customerId, state: 'placed', lines: [{ name: 'Áo sơ mi linen', quantity: 1, unitPrice: total }] })
  expect(status, JSON.stringify(body)).toBe(201)
  return body
}

test('whatHappensIsWrittenDownOnTheProfileByKeyboard', async ({ app }) => {
  const { id } = await created(app, { kind: 'person', name: 'Lâm Dòng Thời', phones: [{ value: '0912345111' }] })
  await app.goto(`/customers/${id}`)
  await expect(app.getByRole('heading', { name: 'Lâm Dòng Thời' })).toBeVisible()
  const timeline = app.getByRole('region', { name: 'Dòng thời gian' })

  await app.keyboard.press('n')
  await expect(app.getByRole('textbox', { name: 'Ghi lại điều vừa diễn ra…' })).toBeFocused()
  await app.keyboard.type('Thích màu trầm, gọi sau 9 giờ')
  await app.keyboard.press('Control+Enter')
  await expect(timeline.getByText('Thích màu trầm, gọi sau 9 giờ').first()).toBeVisible()

  await app.keyboard.press('t')
  await app.keyboard.type('Gọi lại báo hàng về')
  await app.keyboard.press('Control+Enter')
  const side = app.getByRole('complementary', { name: 'Liên quan' })
  await side.getByRole('checkbox', { name: 'Đã xong: Gọi lại báo hàng về' }).check()
  await expect(side.getByText('Chưa có việc nào chờ làm.')).toBeVisible()
  await app.getByRole('alert').getByRole('button', { name: 'Hoàn tác' }).last().click()
  await expect(side.getByText('Gọi lại báo hàng về')).toBeVisible()

  await app.getByRole('tab', { name: 'Khiếu nại' }).click()
  await app.keyboard.type('Giao sai màu')
  await app.getByRole('button', { name: 'Ghi khiếu nại' }).click()
  await expect(app.getByRole('region', { name: 'Khiếu nại đang mở' })).toContainText('Giao sai màu')

  await timeline.getByRole('textbox', { name: 'Tìm trong dòng thời gian' }).fill('mau tram')
  await expect(timeline.getByRole('button', { name: /Giao sai màu/ })).toBeHidden()
  await expect(timeline.getByText('Thích màu trầm, gọi sau 9 giờ').first()).toBeVisible()
  await app.keyboard.press('Escape')

  await timeline.getByRole('button', { name: 'Phản hồi', exact: true }).click()
  await expect(timeline.getByText('Thích màu trầm')).toBeHidden()
  await timeline.getByRole('button', { name: 'Khiếu nại: Giao sai màu' }).click()
  const panel = app.getByRole('dialog')
  await panel.getByRole('button', { name: 'Đã giải quyết' }).click()
  await panel.getByRole('textbox', { name: 'Đã giải quyết thế nào?' }).fill('Đổi áo, miễn phí giao hàng')
  await panel.locator('form').getByRole('button', { name: 'Đã giải quyết' }).click()
  await expect(panel.getByRole('button', { name: 'Mở lại' })).toBeVisible()
})

test('ordersMakeTheFiguresOfTheProfileAndReturnsTakeThemBack', async ({ app }) => {
  const { id } = await created(app, { kind: 'person', name: 'Tạ Mua Hàng' })
  await app.goto(`/orders/new?customerId=${id}`)
  await app.getByRole('textbox', { name: 'Tên hàng 1' }).fill('Giày da')
  await app.getByRole('textbox', { name: 'Đơn giá 1' }).fill('1,25tr')
  await app.getByRole('button', { name: 'Lưu đơn hàng' }).click()
  await expect(app.getByText('Còn phải thu 1.250.000 ₫')).toBeVisible()

  await app.getByRole('button', { name: 'Ghi nhận thanh toán' }).first().click()
  await app.getByRole('dialog').getByRole('button', { name: 'Ghi nhận thanh toán' }).click()
  await expect(app.getByText('Đã thanh toán đủ')).toBeVisible()

  await order(app, id, 750_000)
  await app.goto(`/customers/${id}`)
  const figures = app.getByLabel('Số liệu chính')
  await expect(figures).toContainText('2.000.000 ₫')
  await expect(figures).toContainText('1.000.000 ₫')
  await expect(app.getByRole('region', { name: 'Dòng thời gian' })).toContainText('1 × Giày da')
})

test('aGlanceAtAProfileTellsWhoseItIsAndWhatMattersAndAReturnProposesItsMoney', async ({ app }) => {
  const me = (await call(app, 'GET', '/session')).body.account
  const { id } = await created(app, { kind: 'person', name: 'Tạ Liếc Qua', ownerId: me.id, tags: ['vip'] })
  const { id: bought } = await order(app, id, 420_000)
  await app.goto(`/customers/${id}`)
  const head = app.getByRole('heading', { name: 'Tạ Liếc Qua' }).locator('..')
  await expect(head).toContainText(`${me.name} phụ trách`)
  await expect(head).toContainText('vip')
  await expect(app.getByLabel('Số liệu chính')).toContainText('Hôm nay')
  // The parts of a name come after what the name does not say.
  const fields = await app.getByRole('region', { name: 'Định danh' }).locator('[data-field]').evaluateAll((all) => all.map((one) => one.getAttribute('data-field')))
  expect(fields.slice(-3)).toEqual(['familyName', 'middleName', 'givenName'])

  await app.goto(`/orders/${bought}`)
  await app.getByRole('button', { name: 'Nhận trả hàng' }).click()
  const form = app.getByRole('dialog')
  await form.getByRole('textbox').first().fill('1')
  await expect(form.getByRole('textbox', { name: 'Hoàn lại cho khách' })).toHaveAttribute('placeholder', /420\.000/)
})

test('anOrderGoesIntoTheTrashAndComesBack', async ({ app }) => {
  const { number } = await order(app, (await created(app, { kind: 'person', name: 'Kiều Bỏ Đơn' })).id)
  await app.goto('/orders')
  await app.getByRole('row', { name: new RegExp(number) }).getByRole('checkbox').check()
  await app.getByRole('region', { name: 'Thao tác với các dòng đã chọn' }).getByRole('button', { name: 'Chuyển vào thùng rác' }).click()
  await expect(app.getByRole('row', { name: new RegExp(number) })).toBeHidden()
  await app.getByRole('link', { name: 'Thùng rác' }).click()
  await expect(app.getByRole('row', { name: new RegExp(number) })).toBeVisible()
  await app.getByRole('alert').getByRole('button', { name: 'Hoàn tác' }).last().click()
  await app.getByRole('link', { name: 'Tất cả' }).click()
  await expect(app.getByRole('row', { name: new RegExp(number) })).toBeVisible()
})

test('whoTypesLineAfterLineGoesOnByEnterAndEscapeEndsTheEditBeforeThePanel', async ({ app }) => {
  const { id } = await created(app, { kind: 'person', name: 'Mai Gõ Nhanh' })
  await app.goto(`/orders/new?customerId=${id}`)
  await app.getByRole('textbox', { name: 'Tên hàng 1' }).fill('Bút bi')
  await app.getByRole('textbox', { name: 'Đơn giá 1' }).fill('5000')
  await app.keyboard.press('Enter')
  await expect(app.getByRole('textbox', { name: 'Mã hàng 2' })).toBeFocused()
  await app.getByRole('textbox', { name: 'Tên hàng 2' }).fill('Vở kẻ ngang')
  await app.getByRole('textbox', { name: 'Đơn giá 2' }).fill('12k')
  await app.keyboard.press('Control+Enter')
  await expect(app.getByText('Còn phải thu 17.000 ₫')).toBeVisible()

  const { body } = await call(app, 'POST', '/feedback', { customerId: id, kind: 'complaint', subject: 'Bút không ra mực' })
  await app.goto(`/customers/${id}`)
  await app.getByRole('button', { name: 'Khiếu nại: Bút không ra mực' }).click()
  const panel = app.getByRole('dialog')
  await panel.getByRole('button', { name: 'Sửa Tiêu đề' }).click()
  await app.keyboard.press('Escape')
  await panel.getByRole('button', { name: 'Bắt đầu xử lý' }).click()
  await expect(panel.locator('[data-field="ownerId"]')).toContainText('Trần Thị Mai')
  await app.keyboard.press('Escape')
  await expect(panel).toBeHidden()
  await expect(app.getByRole('heading', { name: 'Mai Gõ Nhanh' })).toBeVisible()
  expect((await call(app, 'GET', `/feedback/${body.id}`)).body.state).toBe('in-progress')
})
