import { call, created, expect, test } from './world'

test('aSurveyIsWrittenSentToACustomerAnsweredAndCounted', async ({ app, browser, baseURL }) => {
  await app.goto('/surveys')
  await app.getByRole('button', { name: 'Tạo khảo sát' }).click()
  await app.getByRole('menuitem', { name: 'Mức độ giới thiệu (NPS)' }).click()
  await app.getByRole('textbox', { name: 'Tên khảo sát' }).fill('Sau khi lắp đặt')
  await app.getByRole('button', { name: 'Thêm câu hỏi' }).click()
  await app.getByRole('menuitem', { name: 'Chọn một' }).click()
  await app.getByRole('textbox', { name: 'Nội dung câu hỏi 3' }).fill('Bạn mua ở đâu?')

  // Refused where it is wrong: a choice needs two.
  await app.getByRole('textbox', { name: 'Lựa chọn 1' }).fill('Cửa hàng')
  await app.getByRole('button', { name: 'Lưu khảo sát' }).click()
  await expect(app.getByRole('textbox', { name: 'Lựa chọn 2' })).toHaveAttribute('aria-invalid', 'true')
  await app.getByRole('textbox', { name: 'Lựa chọn 2' }).fill('Trang web')

  // The third becomes the second, by keyboard.
  await app.getByRole('button', { name: 'Đổi chỗ câu hỏi 3' }).press('ArrowUp')
  await expect(app.getByRole('textbox', { name: 'Nội dung câu hỏi 2' })).toHaveValue('Bạn mua ở đâu?')
  await expect(app.getByRole('region', { name: 'Xem như khách' })).toContainText('Bạn mua ở đâu?')
  await app.getByRole('button', { name: 'Lưu khảo sát' }).click()
  await expect(app.getByRole('heading', { name: 'Sau khi lắp đặt', level: 1 })).toBeVisible()
  const survey = app.url()

  const { id } = await created(app, { kind: 'person', name: 'Kiều Trả Lời', phones: [{ value: '0912345333' }] })
  await app.goto(`/customers/${id}`)
  await app.getByRole('button', { name: 'Thao tác khác' }).click()
  await app.getByRole('menuitem', { name: 'Gửi khảo sát' }).click()
  const dialog = app.getByRole('dialog', { name: 'Gửi khảo sát cho Kiều Trả Lời' })
  await dialog.getByRole('combobox', { name: 'Khảo sát nào?' }).click()
  await app.getByRole('option', { name: 'Sau khi lắp đặt' }).click()
  await dialog.getByRole('button', { name: 'Tạo liên kết' }).click()
  const link = new URL(await dialog.getByRole('textbox', { name: 'Liên kết' }).inputValue())

  // Somebody else's phone, without an account.
  const phone = await browser.newContext({ baseURL, viewport: { width: 390, height: 844 }, locale: 'vi-VN' })
  const form = await phone.newPage()
  await form.goto(link.pathname)
  await expect(form.getByText('Cửa hàng Sen').first()).toBeVisible()
  await form.getByRole('radio', { name: '9', exact: true }).check()
  await form.getByRole('radio', { name: 'Trang web' }).check()
  await form.getByRole('textbox', { name: /Điều gì khiến/ }).fill('Thợ lắp gọn gàng')
  await form.getByRole('button', { name: 'Gửi' }).click()
  await expect(form.getByText('Cảm ơn bạn đã dành thời gian cho chúng tôi.')).toBeVisible()
  await phone.close()

  await app.goto(`${survey}?show=answers`)
  await expect(app.getByText('+100')).toBeVisible()
  const newest = app.getByRole('region', { name: 'Mới nhất' })
  await expect(newest).toContainText('Kiều Trả Lời')
  await expect(newest).toContainText('Thợ lắp gọn gàng')
  await newest.getByRole('link', { name: 'Xem tất cả trong Phản hồi' }).click()
  await expect(app.getByRole('row', { name: /Kiều Trả Lời/ })).toBeVisible()
})

test('aLinkForEverybodyIsMadeOnlyWhereTheSurveyAsksWhoAnswers', async ({ app }) => {
  const make = async (questions: object[], title: string) => (await call(app, 'POST', '/surveys', { title: { vi: title, en: title }, questions })).status
  expect(await make([{ type: 'nps', required: true, label: { vi: 'Điểm?', en: 'Score?' } }], 'Không hỏi ai')).toBe(201)
  expect(await make([{ type: 'csat', label: { vi: 'Hài lòng?', en: 'Satisfied?' } }, { type: 'phone', required: true, label: { vi: 'Số điện thoại', en: 'Phone' } }], 'Hỏi số điện thoại')).toBe(201)
  await app.goto('/surveys')
  await app.getByRole('button', { name: 'Liên kết tới Không hỏi ai' }).click()
  await app.getByRole('dialog').getByText('Cho mọi người').click()
  await expect(app.getByRole('dialog')).toContainText('cần một câu bắt buộc hỏi số điện thoại hoặc e-mail')
  await expect(app.getByRole('dialog').getByRole('button', { name: 'Tạo liên kết' })).toBeDisabled()
  await app.keyboard.press('Escape')

  await app.getByRole('button', { name: 'Liên kết tới Hỏi số điện thoại' }).click()
  await app.getByRole('dialog').getByRole('button', { name: 'Tạo liên kết' }).click()
  await expect(app.getByRole('textbox', { name: 'Liên kết' })).toHaveValue(/\/f\/[a-z0-9]+$/)
})
