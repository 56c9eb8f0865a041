import { test as plain } from '@playwright/test'
import { call, expect, someone, test } from './world'

plain('aBusinessSignsUpAndItsFirstCustomerComesIn', async ({ page }) => {
  const who = someone()
  await page.goto('/signup')
  await page.getByLabel('Tên doanh nghiệp').fill(who.name)
  await expect(page.getByLabel('Tên ngắn trên địa chỉ')).toHaveValue(/^cua-hang-/)
  await page.getByLabel('Tên ngắn trên địa chỉ').fill(who.slug)
  await page.getByRole('combobox', { name: 'Ngành' }).click()
  await page.getByRole('option', { name: 'Bán lẻ' }).click()
  await page.getByLabel('Họ tên của bạn').fill('Trần Thị Mai')
  await page.getByLabel('E-mail').fill(who.email)

  // A weak password is refused at its field, and what was typed stays.
  await page.getByLabel('Mật khẩu', { exact: true }).fill('12345678')
  await page.getByRole('button', { name: 'Mở không gian làm việc' }).click()
  await expect(page.getByText('Mật khẩu cần ít nhất')).toBeVisible()
  await page.getByLabel('Mật khẩu', { exact: true }).fill(who.password)
  await page.getByRole('button', { name: 'Mở không gian làm việc' }).click()

  await expect(page.getByRole('heading', { name: 'Đưa khách hàng của bạn vào đây' })).toBeVisible()
  await page.getByRole('link', { name: 'hoặc thêm từng người' }).click()
  await page.locator('[data-field="name"] input').fill('Đặng Thùy Dương')
  await page.locator('[data-field="phones"] input').first().fill('0912.345.678')
  await page.locator('[data-field="birthDate"] input').fill('5/3/90')
  await page.getByRole('button', { name: 'Lưu khách hàng' }).click()

  await expect(page.getByRole('heading', { name: 'Đặng Thùy Dương' })).toBeVisible()
  await expect(page.locator('[data-field="birthDate"]')).toContainText('05/03/1990')
  await expect(page.getByRole('link', { name: '0912 345 678' })).toHaveAttribute('href', 'tel:+84912345678')
  await expect(page.getByText('đã thêm khách hàng')).toBeVisible()

  // Found without accents, with another place of the tone mark and without the stroke of đ.
  await page.goto('/customers')
  await page.getByRole('textbox', { name: 'Tìm tên, số điện thoại, e-mail' }).fill('dang thuy duong')
  await expect(page.getByRole('row', { name: /Đặng Thùy Dương/ })).toBeVisible()
  await expect(page).toHaveURL(/q=dang\+thuy\+duong/)

  // Signed out, the address asks for the password, and leads back to where one wanted to go.
  const wanted = page.url()
  await call(page, 'DELETE', '/session')
  await page.goto(wanted)
  await expect(page).toHaveURL(/\/signin\?next=/)
  await page.getByLabel('E-mail').fill(who.email)
  await page.getByLabel('Mật khẩu', { exact: true }).fill('sai hoan toan roi nhe')
  await page.getByRole('button', { name: 'Đăng nhập', exact: true }).click()
  await expect(page.getByRole('alert')).toBeVisible()
  await page.getByLabel('Mật khẩu', { exact: true }).fill(who.password)
  await page.getByRole('button', { name: 'Đăng nhập', exact: true }).click()
  await expect(page.getByRole('row', { name: /Đặng Thùy Dương/ })).toBeVisible()
})

test('aSessionThatEndsInTheMiddleLosesNothing', async ({ app, owner }) => {
  await app.goto('/customers/new')
  await app.locator('[data-field="name"] input').fill('Lý Thị Sương')
  await app.context().clearCookies()
  await app.getByRole('button', { name: 'Lưu khách hàng' }).click()
  const dialog = app.getByRole('dialog', { name: 'Phiên làm việc đã hết' })
  await expect(dialog).toBeVisible()
  expect(await app.evaluate(() => sessionStorage.length), 'drafts wait on the page, not in the tab').toBe(0)
  await dialog.getByLabel(/Mật khẩu của/).fill(owner.password)
  await dialog.getByRole('button', { name: 'Đăng nhập', exact: true }).click()
  await expect(app.getByRole('heading', { name: 'Lý Thị Sương' })).toBeVisible()
})
