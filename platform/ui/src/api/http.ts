import type { ProblemBody } from './contract'
import { Problem } from './problem'

/**
 * The one way to the server. A session that ended in the middle of something does not fail the request: it waits
 * until the person has signed in again over the page, then it goes on with what was typed.
 */
type Query = Record<string, string | number | boolean | string[] | null | undefined>
type Request = {
  query?: Query
  json?: unknown
  body?: Blob
  headers?: Record<string, string>
  /** The answer 401 is an ordinary answer here (signing in, asking who I am). */
  anonymous?: boolean
  signal?: AbortSignal
}
export type Answer<T> = { data: T; etag: string | null }

const BASE = '/api/v1'
let csrfToken: string | null = null
let language = 'vi'
let signInAgain: (() => Promise<void>) | null = null

export const setCsrfToken = (token: string | null) => {
  csrfToken = token
}
export const setRequestLanguage = (value: string) => {
  language = value
}
export const onSignedOut = (handler: () => Promise<void>) => {
  signInAgain = handler
}

export function address(path: string, query: Query = {}) {
  const search = new URLSearchParams()
  for (const [key, value] of Object.entries(query)) {
    if (Array.isArray(value)) value.forEach((one) => search.append(key, one))
    else if (value !== null && value !== undefined && value !== '') search.append(key, String(value))
  }
  const text = search.toString()
  return BASE + path + (text ? `?${text}` : '')
}

export async function send<T>(method: string, path: string, request: Request = {}): Promise<Answer<T>> {
  const response = await once(method, path, request)
  if (response.status === 401 && !request.anonymous && signInAgain) {
    await signInAgain()
    return answer(await once(method, path, request))
  }
  return answer(response)
}

async function once(method: string, path: string, request: Request): Promise<Response> {
  const headers: Record<string, string> = { Accept: 'application/json', 'Accept-Language': language, ...request.headers }
  if (csrfToken && method !== 'GET') headers['X-CSRF-Token'] = csrfToken
  if (request.json !== undefined) headers['Content-Type'] ??= 'application/json'
  try {
    return await fetch(address(path, request.query), {
      method,
      headers,
      credentials: 'same-origin',
      body: request.json !== undefined ? JSON.stringify(request.json) : request.body,
      signal: request.signal,
    })
  } catch (error) {
    if (error instanceof DOMException && error.name === 'AbortError') throw error
    throw Problem.unreachable()
  }
}

async function answer<T>(response: Response): Promise<Answer<T>> {
  if (!response.ok) {
    const retryAfter = Number(response.headers.get('Retry-After')) || null
    throw new Problem(await problemOf(response), retryAfter)
  }
  const data = response.status === 204 ? undefined : await response.json().catch(() => undefined)
  return { data: data as T, etag: response.headers.get('ETag') }
}

async function problemOf(response: Response): Promise<ProblemBody> {
  const fallback = { type: 'urn:quen:problem:internal', title: response.statusText, status: response.status }
  const requestId = response.headers.get('X-Request-Id') ?? undefined
  const body = (await response.json().catch(() => null)) as Partial<ProblemBody> | null
  return { requestId, ...fallback, ...body, status: response.status }
}
