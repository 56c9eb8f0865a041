import { test as base, expect, type Page } from '@playwright/test'

export { expect, type Page }

export type Owner = { slug: string; name: string; email: string; password: string; state: Awaited<ReturnType<ReturnType<Page['context']>['storageState']>> }

const PASSWORD = 'ba con meo tren mai nha'
let count = 0
export const unique = () => `t${Date.now().toString(36)}${(count++).toString(36)}`

export function someone(about = unique()) {
  return { slug: `e2e-${about}`, name: 'Cửa hàng Sen', email: `mai@${about}.example`, password: PASSWORD }
}

type Answer = { status: number; body: any }

/** A request from within the page, with its session and its token: nothing that the application could not do itself. */
export async function call(page: Page, method: string, path: string, body?: unknown, headers: Record<string, string> = {}): Promise<Answer> {
  return page.evaluate(
    async ([method, path, body, headers]) => {
      const own = await fetch('/api/v1/session')
      const token: string | undefined = own.ok ? (await own.json()).csrfToken : undefined
      const text = typeof body === 'string'
      const response = await fetch(`/api/v1${path}`, {
        method,
        headers: {
          ...(body === undefined || text ? {} : { 'Content-Type': 'application/json' }),
          ...(token && method !== 'GET' ? { 'X-CSRF-Token': token } : {}),
          ...headers,
        },
        body: body === undefined ? undefined : text ? body : JSON.stringify(body),
      })
      return { status: response.status, body: await response.json().catch(() => null) }
    },
    [method, path, body, headers] as const,
  )
}

export async function created(page: Page, customer: object): Promise<any> {
  const { status, body } = await call(page, 'POST', '/customers', customer)
  expect(status, JSON.stringify(body)).toBe(201)
  return body
}

/** Each worker signs one business up and works as its owner; tests start on the customers' page. */
export const test = base.extend<{ app: Page }, { owner: Owner }>({
  owner: [
    async ({ browser }, use, info) => {
      const context = await browser.newContext({ baseURL: info.project.use.baseURL })
      const page = await context.newPage()
      await page.goto('/signin')
      const who = someone()
      const { status, body } = await call(page, 'POST', '/signup', {
        workspaceName: who.name, slug: who.slug, industry: 'retail', name: 'Trần Thị Mai', email: who.email, password: who.password, language: 'vi',
      })
      expect(status, JSON.stringify(body)).toBe(201)
      await use({ ...who, state: await context.storageState() })
      await context.close()
    },
    { scope: 'worker' },
  ],
  app: async ({ browser, owner, viewport }, use, info) => {
    const { baseURL, locale, timezoneId, reducedMotion, colorScheme } = info.project.use as any
    const context = await browser.newContext({ baseURL, locale, timezoneId, reducedMotion, colorScheme, viewport, storageState: owner.state })
    const page = await context.newPage()
    const errors: string[] = []
    page.on('pageerror', (error) => errors.push(error.message))
    await page.goto('/customers')
    await expect(page.getByRole('heading', { name: 'Khách hàng', exact: true })).toBeVisible()
    // A quarter of an hour after the sign-in, what is delicate asks anew who it is; all specs together take longer.
    await call(page, 'POST', '/session/confirmation', { password: owner.password })
    // A proof changes the token: the next test goes on with the new one.
    owner.state = await context.storageState()
    await use(page)
    await context.close()
    expect(errors, 'errors in the page').toEqual([])
  },
})

/** Somebody of the workspace who is never seen at work: comes by an invitation and is gone. Gives the account's id. */
export async function joined(app: Page, name: string, role: string): Promise<string> {
  const { status, body } = await call(app, 'POST', '/invitations', { email: `${unique()}@dong-nghiep.example`, role })
  expect(status, JSON.stringify(body)).toBe(201)
  // not from within the page, which stays with whose it is
  const came = await fetch(new URL('/api/v1/invitation/account', app.url()), {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ token: body.link.split('#')[1], name, password: PASSWORD }),
  })
  return ((await came.json()) as any).account.id
}

/** Somebody else of the same workspace, in a window of their own. */
export async function colleague(app: Page, role: string, name: string): Promise<{ id: string; page: Page; leave: () => Promise<void> }> {
  const email = `${unique()}@dong-nghiep.example`
  const { status, body: invited } = await call(app, 'POST', '/invitations', { email, role })
  expect(status, JSON.stringify(invited)).toBe(201)
  const context = await app.context().browser()!.newContext({ baseURL: new URL(app.url()).origin, locale: 'vi-VN', timezoneId: 'Asia/Ho_Chi_Minh', reducedMotion: 'reduce' })
  const page = await context.newPage()
  await page.goto('/signin')
  const { status: came, body } = await call(page, 'POST', '/invitation/account', { token: invited.link.split('#')[1], name, password: PASSWORD })
  expect(came, JSON.stringify(body)).toBe(200)
  return { id: body.account.id, page, leave: () => context.close() }
}
