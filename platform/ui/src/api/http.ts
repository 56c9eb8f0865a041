import createClient from 'openapi-fetch'
import type { ProblemBody } from './contract'
import type { paths } from './generated'
import { Problem } from './problem'
import { asViewed, viewAsHeader } from './viewAs'

/**
 * The one way to the server. A session that ended in the middle of something, or that has to be confirmed before
 * something delicate, does not fail the request: it waits until the person has done that over the page, then it goes
 * on with what was typed.
 */
export const BASE = '/api/v1'
/** Where 401 is an ordinary answer: asking who I am, signing in. */
const ANONYMOUS = new Set([`${BASE}/session`, `${BASE}/signup`])

let csrfToken: string | null = null
let language = 'vi'
export type Proof = 'sign-in' | 'step-up'
/** False where the person does not want to: then the refusal stands. */
let prove: ((proof: Proof) => Promise<boolean>) | null = null

export const setCsrfToken = (token: string | null) => {
  csrfToken = token
}
export const setRequestLanguage = (value: string) => {
  language = value
}
export const onProofWanted = (handler: typeof prove) => {
  prove = handler
}

async function send(request: Request): Promise<Response> {
  // A body can be read once: keep a copy for the second try.
  const again = request.clone()
  const response = await once(request)
  const wanted = await proofWanted(response, new URL(request.url).pathname)
  return wanted && (await prove?.(wanted)) ? once(again) : response
}

async function proofWanted(response: Response, path: string): Promise<Proof | null> {
  if (response.status === 401 && !ANONYMOUS.has(path)) return 'sign-in'
  return response.status === 403 && (await response.clone().text()).includes('problem:step-up-required') ? 'step-up' : null
}

async function once(asked: Request): Promise<Response> {
  const url = asViewed(asked.url)
  const request = url === asked.url ? asked : new Request(url, asked)
  for (const [name, value] of Object.entries(viewAsHeader(new URL(url).pathname))) request.headers.set(name, value)
  request.headers.set('Accept', 'application/json')
  request.headers.set('Accept-Language', language)
  if (csrfToken && request.method !== 'GET') request.headers.set('X-CSRF-Token', csrfToken)
  try {
    return await fetch(request)
  } catch (error) {
    if (error instanceof DOMException && error.name === 'AbortError') throw error
    throw Problem.unreachable()
  }
}

export const client = createClient<paths>({ baseUrl: new URL(BASE, window.location.origin).href, fetch: send })

/** Sends a file and tells how much of it has gone, which fetch cannot. */
export async function sendFile<T>(path: string, file: File, headers: Record<string, string>, onProgress: (share: number) => void, signal?: AbortSignal): Promise<T> {
  const attempt = () =>
    new Promise<Response>((settle, refuse) => {
      const request = new XMLHttpRequest()
      request.open('POST', BASE + path)
      const all = { Accept: 'application/json', 'Accept-Language': language, 'Content-Type': 'application/octet-stream', ...viewAsHeader(BASE + path), ...(csrfToken ? { 'X-CSRF-Token': csrfToken } : {}), ...headers }
      for (const [name, value] of Object.entries(all)) request.setRequestHeader(name, value)
      request.upload.onprogress = (event) => event.lengthComputable && onProgress(event.loaded / event.total)
      request.onload = () => settle(new Response(request.responseText || null, { status: request.status, statusText: request.statusText, headers: told(request, 'X-Request-Id', 'Retry-After') }))
      request.onerror = () => refuse(Problem.unreachable())
      request.onabort = () => refuse(new DOMException('stopped', 'AbortError'))
      signal?.addEventListener('abort', () => request.abort())
      request.send(file)
    })
  let response = await attempt()
  if (response.status === 401 && (await prove?.('sign-in'))) response = await attempt()
  const body: unknown = await response.json().catch(() => undefined)
  return answer<T>(Promise.resolve(response.ok ? { data: body as T, response } : { error: body, response }))
}

const told = (request: XMLHttpRequest, ...names: string[]) =>
  Object.fromEntries(names.flatMap((name) => (request.getResponseHeader(name) === null ? [] : [[name, request.getResponseHeader(name)!]])))

type Result<T> = { data?: T; error?: unknown; response: Response }

/** The answer, or the problem that the server told. */
export async function answer<T>(call: Promise<Result<T>>): Promise<T> {
  const { data, error, response } = await call
  if (response.ok) return data as T
  const told = (error && typeof error === 'object' ? error : {}) as Partial<ProblemBody>
  throw new Problem(
    {
      type: 'urn:quen:problem:internal',
      title: response.statusText,
      requestId: response.headers.get('X-Request-Id') ?? undefined,
      ...told,
      status: response.status,
    },
    Number(response.headers.get('Retry-After')) || null,
  )
}

/** For links that the browser follows itself: downloads. */
export function address(path: string, query: Record<string, string | boolean | string[] | undefined> = {}) {
  const search = new URLSearchParams()
  for (const [key, value] of Object.entries(query)) {
    if (Array.isArray(value)) value.forEach((one) => search.append(key, one))
    else if (value !== undefined && value !== '') search.append(key, String(value))
  }
  const text = search.toString()
  return BASE + path + (text ? `?${text}` : '')
}
