import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import enFirst from './en.json'
import enRest from './en.rest.json'
import viFirst from './vi.json'
import viRest from './vi.rest.json'

const flat = (node: object, at = ''): [string, string][] =>
  Object.entries(node).flatMap(([key, value]) => (typeof value === 'string' ? [[at + key, value] as [string, string]] : flat(value as object, `${at}${key}.`)))
const en = Object.fromEntries([...flat(enFirst), ...flat(enRest)])
const vi = Object.fromEntries([...flat(viFirst), ...flat(viRest)])
const plain = (key: string) => key.replace(/_(one|other)$/, '')
const keysOf = (texts: object) => [...new Set(flat(texts).map(([key]) => plain(key)))].sort()

const source = (readdirSync('src', { recursive: true }) as string[])
  .filter((name) => /\.tsx?$/.test(name) && !/\.test\.|^dev\//.test(name))
  .map((name) => readFileSync(join('src', name), 'utf8'))
  .join('\n')

describe('texts', () => {
  it('hasTheSameKeysInBothLanguages', () => {
    expect(keysOf(vi)).toEqual(keysOf(en))
  })

  it('hasTheSamePlaceholdersInBothLanguages', () => {
    const holes = (text: string) => [...text.matchAll(/{{(\w+)}}/g)].map((one) => one[1]).filter((one) => one !== 'count').sort()
    const english = new Map(flat(en).map(([key, text]) => [key, text]))
    for (const [key, text] of flat(vi)) expect([key, holes(text)]).toEqual([key, holes(english.get(key)!)])
  })

  it('leavesNoKeyUnused', () => {
    const prefixes = [...source.matchAll(/`([a-z][A-Za-z]*\.[A-Za-z.]*)\$\{/g)].map((one) => one[1]!)
    const unused = keysOf(vi).filter((key) => !source.includes(`'${key}'`) && !prefixes.some((prefix) => key.startsWith(prefix)))
    expect(unused).toEqual([])
  })

  it('leavesNoKeyMissing', () => {
    const rooms = [...new Set(Object.keys(vi).map((key) => key.split('.')[0]))].join('|')
    const known = new Set(keysOf(vi))
    const used = [...source.matchAll(new RegExp(`'((?:${rooms})\\.[A-Za-z.]+)'`, 'g'))].map((one) => one[1]!)
    expect([...new Set(used)].filter((key) => !known.has(key))).toEqual([])
  })

  it('neverShoutsAndSpeaksToTheReaderAsBạn', () => {
    for (const [key, text] of flat(vi)) expect([key, /!|quý khách/i.test(text)]).toEqual([key, false])
  })
})
