/** Addresses people can read and send on: `?q=an&filter=stage:in:lead&sort=-createdAt&open=…`. Repeated keys are lists. */
export function parseSearch(text: string): Record<string, string | string[]> {
  const found: Record<string, string | string[]> = {}
  for (const [key, value] of new URLSearchParams(text)) {
    const old = found[key]
    found[key] = old === undefined ? value : Array.isArray(old) ? [...old, value] : [old, value]
  }
  return found
}

export function stringifySearch(search: Record<string, unknown>): string {
  const params = new URLSearchParams()
  for (const [key, value] of Object.entries(search)) {
    if (Array.isArray(value)) value.forEach((one) => params.append(key, String(one)))
    else if (value !== undefined && value !== null && value !== '' && value !== false) params.append(key, String(value))
  }
  const text = params.toString().replaceAll('%3A', ':').replaceAll('%2C', ',')
  return text ? `?${text}` : ''
}

export const textOf = (value: unknown) => (typeof value === 'string' && value !== '' ? value : undefined)
export const listOf = (value: unknown): string[] | undefined =>
  Array.isArray(value) ? value.map(String) : typeof value === 'string' && value !== '' ? [value] : undefined
