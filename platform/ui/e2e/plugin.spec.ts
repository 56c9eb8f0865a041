import { call, created, expect, test, type Page } from './world'

const FIELD = 'Hạng thành viên'

async function toggle(app: Page, on: boolean) {
  await app.goto('/plugins')
  const control = app.getByRole('switch', { name: 'Bật Bán lẻ' })
  if ((await control.isChecked()) !== on) await control.click({ force: true })
  await expect(control).toBeChecked({ checked: on })
  await expect.poll(async () => (await call(app, 'GET', '/plugins')).body.items.find((one: { id: string }) => one.id === 'retail').enabled).toBe(on)
}

async function everywhere(app: Page, id: string) {
  const seen = []
  await app.goto('/customers/new')
  await expect(app.locator('[data-field="name"]')).toBeVisible()
  seen.push(await app.getByRole('combobox', { name: FIELD }).count())

  await app.goto('/customers')
  await expect(app.getByRole('row').nth(1)).toBeVisible()
  await app.getByRole('button', { name: 'Chọn cột' }).click()
  await app.getByRole('textbox', { name: 'Tìm cột' }).waitFor()
  seen.push(await app.getByRole('checkbox', { name: FIELD }).count())
  await app.keyboard.press('Escape')

  await app.getByRole('button', { name: 'Lọc', exact: true }).click()
  await app.getByRole('textbox', { name: 'Lọc theo trường nào' }).waitFor()
  seen.push(await app.getByRole('button', { name: FIELD }).count())
  await app.keyboard.press('Escape')

  await app.goto(`/customers/${id}`)
  await expect(app.locator('[data-field="name"]')).toBeVisible()
  seen.push(await app.locator('[data-field="retail.loyalty_tier"]').count())

  await app.goto('/imports')
  await app.locator('input[type=file]').setInputFiles({ name: 'the.csv', mimeType: 'text/csv', buffer: Buffer.from(`Họ và tên,${FIELD}\nNguyễn Thẻ Vàng,gold\n`) })
  const mapping = app.getByRole('combobox', { name: `Trường cho cột ${FIELD}` })
  await mapping.click()
  await mapping.fill('Hạng')
  seen.push(await app.getByRole('option', { name: FIELD }).count())
  return seen.map((one) => one > 0)
}

test('aPluginSwitchedOnBringsItsFieldsAndOffTakesThemAway', async ({ app }) => {
  const { id } = await created(app, { kind: 'person', name: 'Phạm Thẻ Bạc' })
  await toggle(app, true)
  expect(await everywhere(app, id)).toEqual([true, true, true, true, true])

  // Edited in place like a field that was born here, shown, filtered.
  await app.goto(`/customers/${id}`)
  const field = app.locator('[data-field="retail.loyalty_tier"]')
  await field.getByRole('button', { name: `Sửa ${FIELD}` }).click()
  await field.getByRole('combobox').click()
  await app.getByRole('option', { name: 'Vàng' }).click()
  await field.getByRole('button', { name: 'Lưu' }).click()
  // The plugin's own check refuses, and says so where it is typed.
  await expect(field).toContainText('cần có số thẻ')
  await field.getByRole('combobox').click()
  await app.getByRole('option', { name: 'Thành viên' }).click()
  await field.getByRole('button', { name: 'Lưu' }).click()
  await expect(field.getByRole('button', { name: 'Thôi' })).toBeHidden()
  await expect(field).toContainText('Thành viên')
  await app.goto('/customers?filter=retail.loyalty_tier:in:member')
  await expect(app.getByRole('row', { name: /Phạm Thẻ Bạc/ })).toBeVisible()

  await toggle(app, false)
  expect(await everywhere(app, id)).toEqual([false, false, false, false, false])

  await toggle(app, true)
  await app.goto(`/customers/${id}`)
  await expect(field.getByText('Thành viên', { exact: true })).toBeVisible()
})
