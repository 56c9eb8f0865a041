import { call, colleague, expect, test } from './world'

test('aRuleIsSetAndWhatItFindsIsLookedIntoWithANote', async ({ app }) => {
  await app.goto('/settings/security?show=rules')
  const rule = app.getByRole('group', { name: 'Bị từ chối nhiều lần' })
  await rule.getByText('Cố định cho mọi người').click()
  await expect(rule.getByRole('textbox', { name: 'và vượt mấy lần ngày bận của họ' })).toHaveCount(0)
  const floor = rule.getByRole('textbox', { name: 'Báo khi một ngày vượt' })
  await floor.fill('3')
  await floor.press('Enter')
  await expect(app.getByText('Đã lưu quy tắc “Bị từ chối nhiều lần”').last()).toBeVisible()
  await rule.getByRole('switch', { name: 'Gửi thư cho các chủ sở hữu' }).click()
  await expect(rule.getByRole('switch', { name: 'Gửi thư cho các chủ sở hữu' })).not.toBeChecked()
  await expect
    .poll(async () => (await call(app, 'GET', '/security-rules')).body.items.find((one: { rule: string }) => one.rule === 'refusals'))
    .toMatchObject({ floor: 3, factor: 0, mails: false, enabled: true })

  const who = await colleague(app, 'viewer', 'Quàng Tò Mò')
  for (let n = 0; n < 6; n++) await call(who.page, 'GET', '/audit')
  await who.leave()
  await expect(async () => {
    await app.goto('/settings/security')
    await expect(app.getByRole('listitem').filter({ hasText: 'Quàng Tò Mò' })).toBeVisible({ timeout: 2000 })
  }).toPass({ timeout: 40_000 })
  const event = app.getByRole('listitem').filter({ hasText: 'Quàng Tò Mò' })
  await expect(event).toContainText('mức báo là 3')
  await event.getByRole('button', { name: 'Đã xem xét' }).click()
  const dialog = app.getByRole('dialog')
  await dialog.getByRole('textbox', { name: 'Kết quả xem xét' }).fill('Người mới, đã hướng dẫn lại.')
  await dialog.getByRole('button', { name: 'Đã xem xét' }).click()
  await expect(event).toHaveCount(0)
  await app.getByText('Tất cả', { exact: true }).click()
  await expect(event).toContainText('Người mới, đã hướng dẫn lại.')
})
