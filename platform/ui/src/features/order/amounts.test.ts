import { describe, expect, it } from 'vitest'
import { emptyLine, linesOf, orderTotal } from './amounts'

const shirt = { ...emptyLine(), name: ' Áo sơ mi ', quantity: 2, unitPrice: 420_000, discount: 40_000, tax: 8_000 }

describe('an order that is typed', () => {
  it('addsUpAsTheServerDoes', () => {
    expect(orderTotal([shirt, emptyLine()], { discount: 10_000, shipping: 30_000, tax: null })).toBe(2 * 420_000 - 40_000 + 8_000 - 10_000 + 30_000)
    expect(orderTotal([], { discount: null, shipping: null, tax: null })).toBe(0)
  })

  it('sendsNoLinesThatNobodyFilled', () =>
    expect(linesOf([emptyLine(), shirt])).toEqual([{ sku: null, name: 'Áo sơ mi', quantity: 2, unitPrice: 420_000, discount: 40_000, tax: 8_000 }]))
})
