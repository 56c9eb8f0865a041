export type Schema = {
  $ref?: string
  type?: string | string[]
  format?: string
  description?: string
  enum?: unknown[]
  items?: Schema
  properties?: Record<string, Schema>
  required?: string[]
  additionalProperties?: Schema | boolean
  allOf?: Schema[]
  anyOf?: Schema[]
  oneOf?: Schema[]
  example?: unknown
  examples?: unknown[]
  pattern?: string
  minimum?: number
  maximum?: number
  maxLength?: number
  default?: unknown
}
export type Parameter = { $ref?: string; name: string; in: string; required?: boolean; description?: string; schema?: Schema }
type Body = { $ref?: string; description?: string; content?: Record<string, { schema?: Schema; example?: unknown }> }
type RawOperation = {
  operationId?: string
  summary?: string
  description?: string
  tags?: string[]
  parameters?: Parameter[]
  requestBody?: Body & { required?: boolean }
  responses?: Record<string, Body>
  security?: Record<string, string[]>[]
}
export type Document = {
  info: { title: string; version: string; description?: string }
  servers?: { url: string }[]
  paths: Record<string, Record<string, RawOperation | Parameter[]>>
  components?: Record<string, Record<string, unknown>>
}
export type OperationInfo = RawOperation & { id: string; method: string; path: string; tag: string; summary: string }

const METHODS = ['get', 'post', 'put', 'patch', 'delete']

export function operationsOf(document: Document): OperationInfo[] {
  return Object.entries(document.paths).flatMap(([path, item]) =>
    METHODS.filter((method) => item[method]).map((method) => {
      const one = item[method] as RawOperation
      const shared = (item.parameters as Parameter[] | undefined) ?? []
      return {
        ...one,
        parameters: [...shared, ...(one.parameters ?? [])],
        id: `${method}${path.replace(/[^a-zA-Z0-9]+/g, '-')}`,
        method: method.toUpperCase(),
        path,
        tag: one.tags?.[0] ?? path.replace(/^\/(?:api\/v1\/|ops\/v1\/)?/, '').split('/')[0] ?? '',
        summary: one.summary ?? '',
      }
    }),
  )
}

export function follow<T extends { $ref?: string }>(document: Document, one: T): T {
  if (!one.$ref) return one
  const [kind, name] = one.$ref.replace('#/components/', '').split('/') as [string, string]
  return (document.components?.[kind]?.[name] as T) ?? one
}

export const nameOf = (schema: Schema) => schema.$ref?.split('/').at(-1)

export function typeOf(schema: Schema): string {
  if (schema.$ref) return nameOf(schema)!
  if (schema.items) return `[${typeOf(schema.items)}]`
  const parts = schema.allOf ?? schema.anyOf ?? schema.oneOf
  if (parts) return parts.map(typeOf).join(schema.allOf ? ' & ' : ' | ')
  if (schema.additionalProperties && typeof schema.additionalProperties === 'object') return `{${typeOf(schema.additionalProperties)}}`
  const type = Array.isArray(schema.type) ? schema.type.join(' | ') : (schema.type ?? 'any')
  return schema.format ? `${type} (${schema.format})` : type
}

/** A value of the right shape, for the examples. */
export function sample(document: Document, schema: Schema, depth = 0): unknown {
  const one = follow(document, schema)
  if (one.example !== undefined) return one.example
  if (one.examples?.length) return one.examples[0]
  if (one.enum?.length) return one.enum[0]
  if (one.allOf) return Object.assign({}, ...one.allOf.map((part) => sample(document, part, depth)))
  if (one.anyOf ?? one.oneOf) return sample(document, (one.anyOf ?? one.oneOf)!.find((part) => part.type !== 'null') ?? {}, depth)
  if (one.items) return depth > 3 ? [] : [sample(document, one.items, depth + 1)]
  if (one.properties)
    return depth > 3 ? {} : Object.fromEntries(Object.entries(one.properties).map(([key, value]) => [key, sample(document, value, depth + 1)]))
  const type = Array.isArray(one.type) ? one.type.find((it) => it !== 'null') : one.type
  if (type === 'boolean') return true
  if (type === 'integer' || type === 'number') return 1
  if (type === 'object') return {}
  if (one.format === 'date') return '2026-11-23'
  if (one.format === 'date-time') return '2026-11-23T03:00:00Z'
  if (one.format === 'uuid') return '0192f000-0000-7000-8000-000000000001'
  return 'text'
}
