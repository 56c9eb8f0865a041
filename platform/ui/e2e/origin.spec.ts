import { call, created, expect, test } from './world'

test('aValueTellsWhereItCameFromAndAnEarlierOneComesBack', async ({ app }) => {
  const made = await created(app, { kind: 'person', name: 'Tô Nguồn Gốc', occupation: 'Thợ mộc' })
  const change = { 'If-Match': `"v${made.version}"`, 'Content-Type': 'application/merge-patch+json' }
  expect((await call(app, 'PATCH', `/customers/${made.id}`, { occupation: 'Thợ nề' }, change)).status).toBe(200)
  await app.goto(`/customers/${made.id}`)

  const field = app.locator('[data-field="occupation"]')
  await field.hover()
  await field.getByRole('button', { name: 'Nguồn gốc của Nghề nghiệp' }).click()
  const card = app.getByRole('dialog', { name: 'Nguồn gốc của Nghề nghiệp' })
  await expect(card).toContainText('Trần Thị Mai')
  await expect(card).toContainText('Thợ mộc')
  await card.getByRole('button', { name: 'Lấy lại Thợ mộc' }).click()
  await expect(field).toContainText('Thợ mộc')
  await expect(card).toBeHidden()

  // By keyboard, and what was just replaced is an earlier value now.
  await field.getByRole('button', { name: 'Sửa Nghề nghiệp' }).focus()
  await app.keyboard.press('o')
  await expect(card).toContainText('Thợ nề')
  await app.keyboard.press('Escape')
  await expect(card).toBeHidden()
  await expect(app.getByRole('heading', { name: 'Tô Nguồn Gốc' })).toBeVisible()

  await app.getByRole('alert').getByRole('button', { name: 'Hoàn tác' }).last().click()
  await expect(field).toContainText('Thợ nề')
})
