import { call, expect, someone, test, unique } from './world'

test('aColleagueIsInvitedByALinkAndComesInWithAPasswordOfTheirOwn', async ({ app, browser, owner }) => {
  const email = `${unique()}@dong-nghiep.example`
  await app.goto('/settings/members')
  await app.getByRole('button', { name: 'Mời thành viên' }).click()
  await app.getByRole('dialog').getByLabel('E-mail').fill(email)
  await app.getByRole('button', { name: 'Gửi lời mời' }).click()
  const link = await app.getByTestId('invitation-link').innerText()
  await app.getByRole('button', { name: 'Tôi đã đưa' }).click()
  await expect(app.getByTestId('invitation').filter({ hasText: email })).toBeVisible()

  const context = await browser.newContext({ locale: 'vi-VN', baseURL: new URL(app.url()).origin })
  const page = await context.newPage()
  await page.goto(`/invitation#${link.split('#')[1]}`)
  await expect(page.getByRole('heading', { name: `Vào ${owner.name}` })).toBeVisible()
  await page.getByLabel('Họ tên của bạn').fill('Phạm Thu Hà')
  await page.getByLabel('Mật khẩu', { exact: true }).fill('123456')
  await page.getByRole('button', { name: 'Nhận lời mời' }).click()
  await expect(page.getByText('Mật khẩu cần ít nhất')).toBeVisible()
  await page.getByLabel('Mật khẩu', { exact: true }).fill('ba con meo tren mai nha')
  await page.getByRole('button', { name: 'Nhận lời mời' }).click()
  await expect(page).toHaveURL(/\/customers/)
  await context.close()

  await app.reload()
  await expect(app.getByText('Phạm Thu Hà')).toBeVisible()
  await expect(app.getByTestId('invitation').filter({ hasText: email })).toHaveCount(0)
})

test('whoHasAnAccountSignsInAndAcceptsAndAWorthlessLinkSaysSo', async ({ app, browser }) => {
  const who = someone()
  const context = await browser.newContext({ locale: 'vi-VN', baseURL: new URL(app.url()).origin })
  const page = await context.newPage()
  await page.goto('/signin')
  const up = await call(page, 'POST', '/signup', { workspaceName: 'Tiệm Hoa', slug: who.slug, industry: 'retail', name: 'Vũ Minh', email: who.email, password: who.password, language: 'vi' })
  expect(up.status).toBe(201)
  await call(page, 'DELETE', '/session')
  const { body } = await call(app, 'POST', '/invitations', { email: who.email, role: 'sales' })
  expect(JSON.stringify(body)).not.toContain('Vũ Minh')

  await page.goto(`/invitation#${body.link.split('#')[1]}`)
  await page.getByText('Tôi đã có tài khoản').click()
  await page.getByLabel(`Mật khẩu của ${who.email}`).fill(who.password)
  await page.getByRole('button', { name: 'Nhận lời mời' }).click()
  await expect(page).toHaveURL(/\/customers/)
  expect((await call(page, 'GET', '/session')).body.workspaces).toHaveLength(2)

  await page.goto('/signin')
  await page.goto(`/invitation#${body.link.split('#')[1]}`)
  await expect(page.getByText('Lời mời không còn dùng được')).toBeVisible()
  await context.close()
})

test('anInvitationIsTakenBack', async ({ app }) => {
  const email = `${unique()}@dong-nghiep.example`
  const { body } = await call(app, 'POST', '/invitations', { email, role: 'viewer' })
  await app.goto('/settings/members')
  await app.getByRole('button', { name: `Thu hồi lời mời ${email}` }).click()
  await expect(app.getByText(`Đã thu hồi lời mời ${email}`)).toBeVisible()
  expect((await call(app, 'POST', '/invitation', { token: body.link.split('#')[1] })).status).toBe(404)
})
