import { beforeEach, describe, expect, it } from 'vitest'
import { KEY_A, Memory } from '../memory'
import { Copies } from '@/keeping/Copies'
import { PhoneClock } from '@/keeping/PhoneClock'
import { Shelf } from '@/keeping/Shelf'
import { Vault } from '@/keeping/Vault'

const DAY = 86_400_000
const NOON = Date.parse('2026-11-22T04:00:00Z')

let time: number
let store: Memory
let clock: PhoneClock
let copies: Copies

beforeEach(() => {
  time = NOON
  store = new Memory()
  const vault = new Vault()
  vault.unlock(KEY_A)
  clock = new PhoneClock(store, () => time)
  copies = new Copies(new Shelf(store, vault, () => 'me'), clock)
})

describe('a copy', () => {
  it('is there for two weeks and then gone for good', () => {
    copies.put('home', { a: 1 })
    time += 14 * DAY - 1
    expect(copies.get('home')).toMatchObject({ value: { a: 1 }, at: '2026-11-22T04:00:00.000Z' })
    time += 1
    expect(copies.get('home')).toBeUndefined()
    expect(store.names().filter(name => name.includes('copy'))).toEqual([])
  })

  it('goes earlier when the server says so, and never later', () => {
    copies.put('brief:7', 1, new Date(NOON + 3 * DAY).toISOString())
    copies.put('brief:8', 1, new Date(NOON + 300 * DAY).toISOString())
    time += 3 * DAY
    expect(copies.get('brief:7')).toBeUndefined()
    time += 11 * DAY
    expect(copies.get('brief:8')).toBeUndefined()
  })

  it('does not come back to life when the clock is turned back', () => {
    copies.put('brief:7', 1, new Date(NOON + DAY).toISOString())
    copies.put('brief:8', 1, new Date(NOON + DAY).toISOString())
    time += 2 * DAY
    expect(copies.get('brief:7')).toBeUndefined()
    time = NOON
    expect(copies.get('brief:8')).toBeUndefined()
  })

  it('lives on when a clock that ran ahead is put right by the server', () => {
    time += 400 * DAY
    clock.latest()
    clock.heard(NOON)
    expect(clock.today()).toBe('2026-11-22')
    copies.put('home', 1)
    time = NOON
    clock.heard(NOON)
    expect(copies.get('home')?.value).toBe(1)
  })

  it('is swept away with the others whose time is over', () => {
    copies.put('brief:7', 1, new Date(NOON + DAY).toISOString())
    copies.put('home', 1)
    time += 2 * DAY
    copies.sweep()
    expect(copies.names()).toEqual(['home'])
  })

  it('goes with the child it is about', () => {
    for (const name of ['home', 'brief:7', 'visits:7', 'brief:71', 'contacts:8']) copies.put(name, 1)
    copies.keepOnly([8])
    expect(copies.names()).toEqual(['contacts:8', 'home'])
  })

  it('is rather missing than old when the phone is full', () => {
    copies.put('home', 1)
    store.full = true
    copies.put('home', 2)
    expect(copies.get('home')).toBeUndefined()
  })
})

describe('the clock', () => {
  it('believes the phone while the server does not differ by minutes', () => {
    clock.heard(NOON + 60_000)
    expect(clock.now().getTime()).toBe(NOON)
    clock.heard(NOON - 5 * DAY)
    expect(clock.today()).toBe('2026-11-17')
    clock.heard(Number.NaN)
    expect(clock.today()).toBe('2026-11-17')
    clock.heard(NOON)
    expect(clock.today()).toBe('2026-11-22')
  })
})
