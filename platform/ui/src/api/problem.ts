import type { FieldError, ProblemBody } from './contract'

/** What the server answered when it could not do what was asked (RFC 9457), or why it could not be reached. */
export class Problem extends Error {
  readonly status: number
  readonly name: string
  readonly body: ProblemBody
  readonly retryAfter: number | null

  constructor(body: ProblemBody, retryAfter: number | null = null) {
    super(body.detail || body.title)
    this.body = body
    this.status = body.status
    this.name = body.type.replace(/^urn:quen:problem:/, '')
    this.retryAfter = retryAfter
  }

  get requestId() {
    return this.body.requestId ?? null
  }

  /** Messages by field; what belongs to no field is under ''. */
  get byField(): Record<string, string> {
    const found: Record<string, string> = {}
    for (const { field, message } of this.body.errors ?? ([] as FieldError[])) found[field ?? ''] ??= message
    return found
  }

  static unreachable() {
    return new Problem({ type: 'urn:quen:problem:unreachable', title: 'unreachable', status: 0 })
  }
}

export const isProblem = (error: unknown, name?: string): error is Problem =>
  error instanceof Problem && (name === undefined || error.name === name)
