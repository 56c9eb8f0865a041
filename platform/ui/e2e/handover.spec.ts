import { call, colleague, created, expect, test } from './world'

test('whatSomebodyHasGoesToOthersIsSeenBeforeByWhoGotItAndTakenBack', async ({ app }) => {
  const leaving = await colleague(app, 'sales', 'Cầm Chuyển Việc')
  const first = await colleague(app, 'sales', 'Đèo Nhận Một')
  const second = await colleague(app, 'sales', 'Đèo Nhận Hai')
  const ids: string[] = []
  for (const name of ['Tiêu Một', 'Tiêu Hai', 'Tiêu Ba', 'Tiêu Bốn']) ids.push((await created(app, { kind: 'person', name, ownerId: leaving.id })).id)
  await call(app, 'POST', '/tasks', { customerId: ids[0], title: 'Gọi Tiêu Một', assigneeId: leaving.id })
  const owners = async () => Promise.all(ids.map(async (id) => (await call(app, 'GET', `/customers/${id}`)).body.ownerId))

  await app.goto('/settings/members')
  await app.getByRole('button', { name: 'Thao tác khác với Cầm Chuyển Việc' }).click()
  await app.getByRole('menuitem', { name: 'Bàn giao việc của Cầm Chuyển Việc' }).click()
  await app.getByRole('radio', { name: 'Chia đều cho vài người' }).check()
  const receivers = app.getByRole('combobox', { name: 'Những người nhận' })
  for (const name of ['Đèo Nhận Một', 'Đèo Nhận Hai']) {
    await receivers.fill(name)
    await app.getByRole('option', { name }).click()
  }
  await app.keyboard.press('Escape')
  await app.getByRole('button', { name: 'Xem trước' }).click()
  await expect(app.getByText('Sẽ bàn giao 5 mục')).toBeVisible()
  expect(await owners()).toEqual(ids.map(() => leaving.id))
  const list = app.getByRole('list', { name: 'Ai nhận gì' })
  await expect(list.getByRole('button')).toHaveCount(2)
  await expect(list).toContainText('2 khách hàng')

  // One of them by hand to the other.
  const of = (name: string) => list.getByRole('listitem').filter({ has: app.getByRole('button', { name: new RegExp(name) }) })
  await list.getByRole('button', { name: /Đèo Nhận Một/ }).click()
  const moved = await of('Đèo Nhận Một').getByRole('link', { name: /^Tiêu/ }).first().textContent()
  await of('Đèo Nhận Một').getByRole('combobox', { name: `Giao ${moved} cho người khác` }).fill('Đèo Nhận Hai')
  await app.getByRole('option', { name: 'Đèo Nhận Hai' }).click()
  await app.getByRole('button', { name: 'Xem trước lại (1 thay đổi)' }).click()
  await expect(app.getByRole('button', { name: 'Bàn giao 5 mục' })).toBeVisible()
  await list.getByRole('button', { name: /Đèo Nhận Hai/ }).click()
  await expect(of('Đèo Nhận Hai').getByRole('link', { name: moved!, exact: true })).toBeVisible()

  await app.getByRole('button', { name: 'Bàn giao 5 mục' }).click()
  await expect(app.getByRole('status').filter({ hasText: 'đã bàn giao 5 mục' })).toBeVisible()
  expect((await owners()).every((one) => one === first.id || one === second.id)).toBe(true)

  await second.page.goto('/settings/hand-over')
  await second.page.getByRole('button', { name: /Từ Cầm Chuyển Việc/ }).click()
  await expect(second.page.getByRole('link', { name: moved!, exact: true })).toBeVisible()

  await app.getByRole('main').getByRole('button', { name: 'Hoàn tác' }).click()
  await expect(app.getByRole('status').filter({ hasText: 'Đã hoàn tác' })).toBeVisible()
  expect(await owners()).toEqual(ids.map(() => leaving.id))
  for (const one of [leaving, first, second]) await one.leave()
})

test('recordsAreGivenOneByOne', async ({ app }) => {
  const leaving = await colleague(app, 'sales', 'Lường Nghỉ Phép')
  const other = await colleague(app, 'sales', 'Lường Trực Thay')
  const [one, two] = [await created(app, { kind: 'person', name: 'Vàng Giao Đi', ownerId: leaving.id }), await created(app, { kind: 'person', name: 'Vàng Giữ Lại', ownerId: leaving.id })]
  await app.goto(`/settings/hand-over?from=${leaving.id}`)
  await app.getByRole('radio', { name: 'Chỉ định từng hồ sơ' }).check()
  await expect(app.getByText('Hãy chỉ định ít nhất một hồ sơ.')).toBeVisible()
  await app.getByRole('checkbox', { name: 'Vàng Giao Đi' }).check()
  await app.getByRole('combobox', { name: 'Giao cho…' }).fill('Lường Trực')
  await app.getByRole('option', { name: 'Lường Trực Thay' }).click()
  await expect(app.getByText('→ Lường Trực Thay')).toBeVisible()
  await app.getByRole('button', { name: 'Xem trước' }).click()
  await app.getByRole('button', { name: 'Bàn giao 1 mục' }).click()
  await expect(app.getByRole('status').filter({ hasText: 'đã bàn giao 1 mục' })).toBeVisible()
  expect((await call(app, 'GET', `/customers/${one.id}`)).body.ownerId).toBe(other.id)
  expect((await call(app, 'GET', `/customers/${two.id}`)).body.ownerId).toBe(leaving.id)
  await leaving.leave()
  await other.leave()
})
