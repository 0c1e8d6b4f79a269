import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
// @ts-expect-error a script without types of its own
import { contract } from '../contract.mjs'

it('the client is the one the contract describes; written anew by npm run contract', () => {
  expect(readFileSync('src/api/contract.ts', 'utf8')).toBe(contract())
})
