import { call, created, expect, test } from './world'

test('anAddressIsChosenAndAnOldOneSaysWhereItLiesToday', async ({ app }) => {
  const made = await created(app, { kind: 'person', name: 'LÝ THỊ ĐỊA CHỈ', addresses: [{ line: '12 Yersin', province: 'tp hcm' }] })
  await app.goto(`/customers/${made.id}`)

  await app.getByRole('button', { name: 'Viết lại tên thành “Lý Thị Địa Chỉ”' }).click()
  await expect(app.getByRole('heading', { name: 'Lý Thị Địa Chỉ' })).toBeVisible()

  await app.getByRole('button', { name: 'Sửa Địa chỉ' }).click()
  await app.getByRole('combobox', { name: 'Phường, xã' }).fill('ben nghe')
  await app.getByRole('option', { name: /Phường Bến Nghé, Quận 1.*nay là Phường Sài Gòn/ }).click()
  await expect(app.getByRole('combobox', { name: 'Quận, huyện (cũ)' })).toHaveValue('Quận 1')
  await app.getByRole('combobox', { name: 'Tỉnh, thành phố' }).fill('Hồ Chí')
  await app.getByRole('option', { name: 'Thành phố Hồ Chí Minh' }).click()
  await app.getByRole('button', { name: 'Lưu', exact: true }).click()
  await expect(app.getByText('nay là Phường Sài Gòn, Thành phố Hồ Chí Minh')).toBeVisible()

  const { body } = await call(app, 'GET', `/customers/${made.id}`)
  expect(body.addresses[0]).toMatchObject({ ward: 'Phường Bến Nghé', district: 'Quận 1', province: 'Thành phố Hồ Chí Minh' })
  expect(body.addresses[0].units.ward.code).toBe('26740')

  await app.goto(`/customers?filter=${encodeURIComponent('address.ward:eq:Phường Sài Gòn')}`)
  await expect(app.getByRole('row', { name: /Lý Thị Địa Chỉ/ })).toBeVisible()
})
