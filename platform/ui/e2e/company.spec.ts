import { atKeycloak, CLIENT, test as withKeycloak, type Realm } from './keycloak'
import { call, created, expect, someone, unique, type Page } from './world'

type Shop = { owner: Page; slug: string; realm: Realm; password: string; visitor: () => Promise<Page> }

/** A business whose owner is mai of its realm. */
const test = withKeycloak.extend<{ shop: Shop }>({
  shop: async ({ browser, keycloak, baseURL }, use) => {
    const open: Page[] = []
    const visitor = async () => {
      const context = await browser.newContext({ baseURL, locale: 'vi-VN', timezoneId: 'Asia/Ho_Chi_Minh', reducedMotion: 'reduce' })
      const page = await context.newPage()
      open.push(page)
      return page
    }
    const realm = await keycloak.realm(`${baseURL}/signin/provider/*`)
    const who = someone()
    const owner = await visitor()
    await owner.goto('/signin')
    const { status, body } = await call(owner, 'POST', '/signup', {
      workspaceName: who.name, slug: who.slug, industry: 'retail', name: 'Trần Thị Mai', email: realm.mail('mai'), password: who.password, language: 'vi',
    })
    expect(status, JSON.stringify(body)).toBe(201)
    await use({ owner, slug: who.slug, realm, password: who.password, visitor })
    for (const page of open) await page.context().close()
  },
})

async function provide({ owner, realm }: Pick<Shop, 'owner' | 'realm'>, more: object = {}) {
  const { body: now } = await call(owner, 'GET', '/sign-in-provider')
  const { status, body } = await call(
    owner, 'PATCH', '/sign-in-provider',
    { ...(now.version ? {} : { issuer: realm.issuer, clientId: CLIENT.id, clientSecret: CLIENT.secret, label: 'Keycloak', domains: [realm.domain], joinRole: 'manager' }), ...more },
    { 'If-Match': `"v${now.version}"` },
  )
  expect(status, JSON.stringify(body)).toBe(200)
}

const door = (page: Page) => page.getByRole('button', { name: /(Đăng nhập bằng|Sign in with) Keycloak/ })

async function come(shop: Shop, name: string, page?: Page): Promise<Page> {
  const it = page ?? (await shop.visitor())
  await it.goto(`/signin/provider/${shop.slug}`)
  await door(it).click()
  await atKeycloak(it, name)
  await expect(it).toHaveURL(/\/customers/)
  return it
}

async function signOut(page: Page, name: string) {
  await page.getByRole('button', { name: new RegExp(name) }).click()
  await page.getByRole('menuitem', { name: 'Đăng xuất' }).click()
  await expect(page).toHaveURL(/\/signin$/)
}

/** The next request of this kind is told that the last proof is too old; what follows is the real way. */
async function tooOld(page: Page, request: string) {
  await page.route(request, (route) => route.fulfill({ status: 403, contentType: 'application/problem+json', body: JSON.stringify({ type: 'urn:quen:problem:step-up-required', title: 'x', status: 403, detail: 'x', requestId: 'x' }) }), { times: 1 })
}

test('anOwnerSetsTheProviderAndComesInByItAndSoDoesANewColleague', async ({ shop }) => {
  const { owner, slug, realm } = shop
  await owner.goto('/settings/sign-in')
  await owner.getByRole('button', { name: 'Thiết lập nhà cung cấp' }).click()
  await owner.getByLabel('Địa chỉ issuer').fill(`${realm.issuer}/.well-known/openid-configuration`)
  await owner.getByLabel('Client ID').fill(CLIENT.id)
  await owner.getByLabel('Client secret').fill(CLIENT.secret)
  await owner.getByLabel('Tên hiện trên nút đăng nhập').fill('Keycloak')
  await owner.getByRole('combobox', { name: 'Tên miền e-mail được vào' }).fill(`@${realm.domain}`)
  await owner.getByRole('combobox', { name: 'Người vào lần đầu' }).click()
  await owner.getByRole('option', { name: 'Kinh doanh' }).click()
  await owner.getByRole('button', { name: 'Lưu', exact: true }).click()
  await expect(owner.getByText('Đã lưu nhà cung cấp')).toBeVisible()

  await signOut(owner, 'Trần Thị Mai')
  await owner.getByRole('button', { name: 'Đăng nhập bằng tài khoản công ty' }).click()
  await owner.getByLabel('Địa chỉ không gian làm việc').fill(slug)
  await owner.getByRole('button', { name: 'Tiếp tục' }).click()
  await atKeycloak(owner, 'mai')
  await expect(owner).toHaveURL(/\/customers/)
  const { body: mai } = await call(owner, 'GET', '/session')
  expect([mai.byProvider, mai.workspace.role, mai.account.email]).toEqual([true, 'owner', realm.mail('mai')])

  const lan = await come(shop, 'lan')
  expect((await call(lan, 'GET', '/session')).body.workspace.role).toBe('sales')
  await lan.goto('/settings/account')
  await expect(lan.getByText(`Bạn vào bằng ${realm.mail('lan')}`)).toBeVisible()
  await expect(lan.getByRole('link', { name: 'Khóa API' })).toBeHidden()
  await signOut(lan, 'lan Trần')
  // Keycloak still knows lan: who comes next says anew who they are.
  await door(lan).click()
  await expect(lan.locator('#password')).toBeVisible()
})

test('whoIsOfAnotherDomainStaysOutAndMayComeAsSomebodyElse', async ({ shop }) => {
  await provide(shop)
  const page = await shop.visitor()
  await page.goto(`/signin/provider/${shop.slug}`)
  await door(page).click()
  await atKeycloak(page, 'khach')
  await expect(page.getByRole('alert')).toContainText('không thuộc tên miền được vào không gian này')
  await page.getByText('English').click()
  await door(page).click()
  await atKeycloak(page, 'khach')
  await expect(page.getByRole('alert')).toContainText('is not of a domain that may come into this workspace')
  await door(page).click()
  await atKeycloak(page, 'lan')
  await expect(page).toHaveURL(/\/customers/)
  expect((await call(shop.owner, 'GET', '/members')).body.items).toHaveLength(2)
})

test('anAnswerIsGoodOnceAndWhoIsInStaysIn', async ({ shop }) => {
  await provide(shop)
  const page = await shop.visitor()
  let answer = ''
  page.on('request', (request) => {
    if (request.isNavigationRequest() && request.url().includes(`/signin/provider/${shop.slug}?`)) answer = request.url()
  })
  await come(shop, 'lan', page)
  await page.goBack()
  await expect(page).toHaveURL(/\/customers/)
  const beside = await page.context().newPage()
  await beside.goto(answer)
  await expect(beside).toHaveURL(/\/customers/)
  const elsewhere = await shop.visitor()
  await elsewhere.goto(answer)
  await expect(elsewhere.getByRole('alert')).toContainText('Lần đăng nhập này đã dùng rồi')
  await door(elsewhere).click()
  await atKeycloak(elsewhere, 'lan')
  await expect(elsewhere).toHaveURL(/\/customers/)
})

test('whoGivesUpAtTheProviderIsToldSoAndCanGoBackToOtherWays', async ({ shop }) => {
  await provide(shop, { clientId: CLIENT.asking, clientSecret: CLIENT.secret, issuer: shop.realm.issuer })
  const page = await shop.visitor()
  await page.goto(`/signin/provider/${shop.slug}`)
  await door(page).click()
  await atKeycloak(page, 'lan')
  await page.locator('#kc-cancel').click()
  await expect(page.getByRole('alert')).toContainText('Bạn đã hủy đăng nhập')
  await page.getByRole('link', { name: 'Đăng nhập cách khác' }).click()
  await page.getByRole('button', { name: 'Đăng nhập bằng tài khoản công ty' }).click()
  await page.getByLabel('Địa chỉ không gian làm việc').fill(shop.slug)
  await page.keyboard.press('Enter')
  await expect(page.locator('#password').or(page.locator('#kc-cancel')).first()).toBeVisible()
  await page.goBack()
  await expect(page.getByLabel('Mật khẩu')).toBeVisible()
})

test('whereOnlyTheProviderOpensThePasswordLeadsToItAndOwnersKeepTheirs', async ({ shop }) => {
  await provide(shop)
  const email = shop.realm.mail('lan')
  const { body: invited } = await call(shop.owner, 'POST', '/invitations', { email, role: 'sales' })
  const lan = await shop.visitor()
  await lan.goto('/signin')
  await call(lan, 'POST', '/invitation/account', { token: invited.link.split('#')[1], name: 'Lan', password: shop.password })
  await lan.goto('/customers')
  await expect(lan.getByRole('heading', { name: 'Khách hàng', exact: true })).toBeVisible()

  await shop.owner.goto('/settings/sign-in')
  await shop.owner.getByRole('switch', { name: 'Chỉ đăng nhập bằng cách này' }).click()
  await shop.owner.getByRole('button', { name: 'Lưu', exact: true }).click()
  await expect(shop.owner.getByText('Đã lưu nhà cung cấp')).toBeVisible()

  // The session that was open finds out with its next request.
  await lan.getByRole('link', { name: 'Đơn hàng' }).click()
  await expect(lan.getByRole('heading', { name: 'Hãy đăng nhập bằng tài khoản công ty' })).toBeVisible()
  await lan.getByRole('button', { name: 'Đăng xuất' }).click()
  await lan.waitForURL(/\/signin$/)
  const signIn = async (page: Page, who: string) => {
    await page.goto('/signin')
    await page.getByLabel('E-mail').fill(who)
    await page.getByLabel('Mật khẩu', { exact: true }).fill(shop.password)
    await page.getByRole('button', { name: 'Đăng nhập', exact: true }).click()
  }
  await signIn(lan, email)
  await expect(lan.getByText('chỉ nhận người đăng nhập bằng tài khoản công ty')).toBeVisible()
  await lan.getByRole('button', { name: 'Tiếp tục' }).click()
  await atKeycloak(lan, 'lan')
  await expect(lan.getByRole('heading', { name: 'Khách hàng', exact: true })).toBeVisible()
  const owner = await shop.visitor()
  await signIn(owner, shop.realm.mail('mai'))
  await expect(owner.getByRole('heading', { name: 'Khách hàng', exact: true })).toBeVisible()
})

test('beforeSomethingDelicateTheProviderLooksAgainAndWhatWasTypedStays', async ({ shop }) => {
  await provide(shop)
  const mai = await come(shop, 'mai')
  await mai.goto('/settings/api-keys')
  await mai.getByRole('button', { name: 'Tạo khóa' }).first().click()
  await mai.getByLabel('Tên khóa').fill('Máy bán hàng ở quầy 2')
  await tooOld(mai, '**/api/v1/api-keys')
  await mai.getByRole('dialog').getByRole('button', { name: 'Tạo khóa' }).click()
  const prove = mai.getByRole('button', { name: 'Xác nhận bằng Keycloak' })
  const [beside] = await Promise.all([mai.context().waitForEvent('page'), prove.click()])
  await atKeycloak(beside, 'lan')
  await expect(beside.getByRole('alert')).toContainText('bạn đã đăng nhập bằng người khác')
  // A second try proves, too: it signs nobody in, and mai stays who is here.
  await beside.getByRole('button', { name: 'Xác nhận bằng Keycloak' }).click()
  const closed = beside.waitForEvent('close')
  await atKeycloak(beside, 'mai')
  await closed
  await expect(mai.getByRole('dialog').getByText('Máy bán hàng ở quầy 2')).toBeVisible()
  await expect(mai.getByText('Khóa chỉ hiện một lần này')).toBeVisible()
  expect((await call(mai, 'GET', '/session')).body.account.email).toBe(shop.realm.mail('mai'))

  await mai.goto('/customers')
  await created(mai, { name: 'Phạm Hoa' })
  await mai.reload()
  await mai.getByRole('button', { name: 'Xuất dữ liệu' }).click()
  await tooOld(mai, '**/api/v1/exports*')
  await mai.getByRole('dialog').getByRole('button', { name: 'Xuất dữ liệu' }).click()
  const [again] = await Promise.all([mai.context().waitForEvent('page'), prove.click()])
  await atKeycloak(again, 'mai')
  await expect(mai.getByText('Tải về')).toBeVisible()
})

test('aSessionThatEndsIsOpenedAgainInATabBesideAndWhatWasTypedGoesOn', async ({ shop }) => {
  await provide(shop)
  const lan = await come(shop, 'lan')
  await lan.goto('/customers/new')
  await lan.getByLabel('Họ và tên').or(lan.getByLabel('Họ tên')).first().fill('Nguyễn Văn Bình')
  await call(lan, 'DELETE', '/session')
  await lan.getByRole('button', { name: /^(Lưu|Thêm khách hàng)/ }).last().click()
  await Promise.all([lan.context().waitForEvent('page').then((beside) => beside.waitForEvent('close')), door(lan).click()])
  await expect(lan).toHaveURL(/\/customers\/[0-9a-f-]{36}/)
  await expect(lan.getByRole('heading', { name: 'Nguyễn Văn Bình' })).toBeVisible()
})

test('oneWorkspacesProviderOpensNoOther', async ({ shop, keycloak, baseURL }) => {
  await provide(shop)
  const lan = await come(shop, 'lan')
  const other = await shop.visitor()
  const slug = `e2e-${unique()}`
  const realm = await keycloak.realm(`${baseURL}/signin/provider/*`)
  await other.goto('/signin')
  await call(other, 'POST', '/signup', { workspaceName: 'Tiệm Lúa', slug, industry: 'retail', name: 'Vũ Minh', email: realm.mail('minh'), password: shop.password, language: 'vi' })

  const visitor = await shop.visitor()
  await visitor.goto(`/signin/provider/${slug}`)
  await expect(visitor.getByRole('alert')).toContainText('Không gian này chưa dùng tài khoản công ty')
  await provide({ owner: other, realm }, { joinRole: '' })
  await visitor.goto(`/signin/provider/${slug}`)
  await door(visitor).click()
  await expect(visitor.locator('#username')).toBeVisible()
  await atKeycloak(visitor, 'lan')
  await expect(visitor.getByRole('alert')).toContainText('Bạn chưa là thành viên của không gian này')

  const { body: session } = await call(lan, 'GET', '/session')
  expect(session.workspaces.map((one: { slug: string }) => one.slug)).toEqual([shop.slug])
  expect(JSON.stringify((await call(other, 'GET', '/members')).body)).not.toContain(shop.realm.domain)
  expect((await call(other, 'GET', '/sign-in-provider')).body.issuer).toBe(realm.issuer)
})

test('whereTheProviderDoesNotAnswerThatIsSaid', async ({ shop, keycloak }) => {
  await provide(shop)
  const page = await shop.visitor()
  await page.goto(`/signin/provider/${shop.slug}`)
  await expect(door(page)).toBeVisible()
  await keycloak.stop()
  await door(page).click()
  await expect(page.getByRole('alert')).toContainText('Nhà cung cấp đăng nhập không trả lời')
  await expect(door(page)).toBeEnabled()
  await expect(page.getByRole('link', { name: 'Đăng nhập cách khác' })).toBeVisible()
})
