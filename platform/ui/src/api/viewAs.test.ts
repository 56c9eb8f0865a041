import { afterEach, expect, it, vi } from 'vitest'
import { api, keepViewAs } from './index'

afterEach(() => {
  keepViewAs(null)
  vi.unstubAllGlobals()
})

it('saysWithEveryRequestButThoseOfOneselfAsWhomOneLooks', async () => {
  const seen: Request[] = []
  vi.stubGlobal('fetch', async (request: Request) => {
    seen.push(request)
    return new Response('{"items":[]}', { headers: { 'Content-Type': 'application/json' } })
  })
  keepViewAs({ id: 'lan', name: 'Lan', role: 'Kinh doanh', workspace: 'w', permissions: [] })
  await api.task.list({ filter: ['assigneeId:in:me', 'title:contains:in:me too'] })
  await api.task.create({ title: 'x' })
  await api.session.current()
  await api.account.sessions()
  expect(seen.map((one) => one.headers.get('X-View-As'))).toEqual(['lan', 'lan', null, null])
  expect(new URL(seen[0]!.url).searchParams.getAll('filter')).toEqual(['assigneeId:in:lan', 'title:contains:in:me too'])
  keepViewAs(null)
  await api.task.list({ filter: ['assigneeId:in:me'] })
  expect(seen.at(-1)!.headers.get('X-View-As')).toBeNull()
  expect(seen.at(-1)!.url).toContain('me')
})
