import { afterEach, describe, expect, it, vi } from 'vitest'
import { api, isProblem, onProofWanted } from './index'

const json = (body: unknown, status = 200) =>
  new Response(JSON.stringify(body), { status, headers: { 'Content-Type': status < 400 ? 'application/json' : 'application/problem+json' } })
const session = { csrfToken: 'token-1', account: {}, workspace: {}, workspaces: [], permissions: [] }

afterEach(() => vi.unstubAllGlobals())

describe('the way to the server', () => {
  it('waitsForTheNextSignInAndGoesOnWithWhatWasTyped', async () => {
    const seen: { url: string; body: string; csrf: string | null }[] = []
    let signedIn = false
    vi.stubGlobal('fetch', async (request: Request) => {
      seen.push({ url: new URL(request.url).pathname, body: await request.text(), csrf: request.headers.get('X-CSRF-Token') })
      if (request.url.endsWith('/session')) {
        signedIn = true
        return json(session)
      }
      return signedIn ? json({ id: '1', name: 'Sen' }, 201) : json({ type: 'urn:quen:problem:unauthenticated', title: '', status: 401 }, 401)
    })
    onProofWanted(async () => {
      await api.session.signIn({ email: 'a', password: 'b' })
      return true
    })
    const saved = await api.customers.create({ kind: 'person', name: 'Sen' }, 'attempt-1')
    expect(saved.name).toBe('Sen')
    expect(seen.map((one) => one.url)).toEqual(['/api/v1/customers', '/api/v1/session', '/api/v1/customers'])
    expect(seen[2]!.body).toBe(seen[0]!.body)
    expect(seen[2]!.csrf).toBe('token-1')
  })

  it('confirmsWhoItIsAndGoesOnWithWhatWasTyped', async () => {
    const seen: { url: string; body: string }[] = []
    let confirmed = false
    vi.stubGlobal('fetch', async (request: Request) => {
      seen.push({ url: new URL(request.url).pathname, body: await request.text() })
      if (request.url.endsWith('/session/confirmation')) {
        confirmed = true
        return json({ until: '2027-01-01T00:00:00Z' })
      }
      return confirmed ? json({ id: '1', name: 'Web', key: 'quen_live_x' }, 201) : json({ type: 'urn:quen:problem:step-up-required', title: '', status: 403 }, 403)
    })
    const wanted: string[] = []
    onProofWanted(async (proof) => {
      wanted.push(proof)
      await api.session.confirm({ password: 'b' })
      return true
    })
    const made = await api.apiKeys.create({ name: 'Web', permissions: ['customer:read'] })
    expect(made.key).toBe('quen_live_x')
    expect(wanted).toEqual(['step-up'])
    expect(seen.map((one) => one.url)).toEqual(['/api/v1/api-keys', '/api/v1/session/confirmation', '/api/v1/api-keys'])
    expect(seen[2]!.body).toBe(seen[0]!.body)
  })

  it('tellsTheRefusalWhereNobodyWantsToConfirm', async () => {
    vi.stubGlobal('fetch', async () => json({ type: 'urn:quen:problem:step-up-required', title: '', status: 403, detail: 'Hãy xác nhận.' }, 403))
    onProofWanted(async () => false)
    const error: unknown = await api.apiKeys.create({ name: 'Web', permissions: [] }).catch((one: unknown) => one)
    expect(isProblem(error, 'step-up-required')).toBe(true)
  })

  it('toldAWrongPasswordDoesNotAskForThePasswordAgain', async () => {
    vi.stubGlobal('fetch', async () => json({ type: 'urn:quen:problem:unauthenticated', title: 'Sai', status: 401, detail: 'Chưa đúng.' }, 401))
    onProofWanted(() => Promise.reject(new Error('must not be asked')))
    await expect(api.session.signIn({ email: 'a', password: 'b' })).rejects.toMatchObject({ status: 401, message: 'Chưa đúng.' })
  })

  it('givesTheFieldErrorsOfAProblem', async () => {
    vi.stubGlobal('fetch', async () =>
      json({ type: 'urn:quen:problem:validation', title: '', status: 422, requestId: 'r-1', errors: [{ field: 'slug', code: 'taken', message: 'Đã có.' }] }, 422),
    )
    const error: unknown = await api.fields().catch((one: unknown) => one)
    expect(isProblem(error, 'validation') && error.byField).toEqual({ slug: 'Đã có.' })
    expect(isProblem(error) && error.requestId).toBe('r-1')
  })

  it('saysThatTheServerIsOutOfReach', async () => {
    vi.stubGlobal('fetch', () => Promise.reject(new TypeError('failed')))
    const error: unknown = await api.fields().catch((one: unknown) => one)
    expect(isProblem(error, 'unreachable')).toBe(true)
  })

  it('asksWithRepeatedFilters', async () => {
    let url = ''
    vi.stubGlobal('fetch', async (request: Request) => {
      url = request.url
      return json({ items: [], nextCursor: null })
    })
    await api.customers.list({ filter: ['stage:in:lead,regular', 'tags:in:vip'], q: 'đỗ' })
    expect(new URL(url).searchParams.getAll('filter')).toEqual(['stage:in:lead,regular', 'tags:in:vip'])
    expect(new URL(url).searchParams.get('q')).toBe('đỗ')
  })
})
