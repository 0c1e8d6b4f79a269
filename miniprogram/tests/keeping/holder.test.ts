import { describe, expect, it } from 'vitest'
import { KEY_A, KEY_B, Memory, Pocket } from '../memory'
import { Copies } from '@/keeping/Copies'
import { Holder } from '@/keeping/Holder'
import { PhoneClock } from '@/keeping/PhoneClock'
import { Shelf } from '@/keeping/Shelf'
import { Vault } from '@/keeping/Vault'

const A = { token: 'token-a', vaultKey: KEY_A }
const B = { token: 'token-b', vaultKey: KEY_B }

/** What is in the hand; storage and pocket outlive a start. */
function start(store = new Memory(), pocket = new Pocket()) {
  const vault = new Vault()
  const holder: Holder = new Holder(store, pocket, vault)
  const shelf = new Shelf(store, vault, () => holder.owner)
  const copies = new Copies(shelf, new PhoneClock(store))
  return { store, pocket, holder, shelf, copies, again: () => start(store, pocket) }
}

async function signedIn(session = A) {
  const phone = start()
  await phone.holder.opened(session)
  return phone
}

describe('the holder of the phone', () => {
  it('is known again at the next start, with the key kept apart from what it seals', async () => {
    const phone = await signedIn()
    phone.copies.put('home', { petName: '小满' })
    const next = phone.again()
    await next.holder.wake()
    expect(next.copies.get('home')?.value).toEqual({ petName: '小满' })
    expect(next.holder.token).toBe('token-a')
    const plain = [...phone.store.kept.values()].join('\n')
    expect(plain).not.toContain(KEY_A)
    expect(plain).not.toContain('小满')
    expect(plain).not.toContain('token-a')
  })

  it('reads nothing and finds nothing when the key is gone, and the copies are cleared away', async () => {
    const phone = await signedIn()
    phone.copies.put('home', 1)
    phone.pocket.kept = undefined
    const next = phone.again()
    await next.holder.wake()
    expect(next.holder.owner).toBeUndefined()
    expect(next.copies.get('home')).toBeUndefined()
    expect(next.store.names().filter(name => name.includes('copy:'))).toEqual([])
  })

  it('leaves drafts sealed and takes everything else along when signing out', async () => {
    const phone = await signedIn()
    phone.copies.put('home', 1)
    phone.shelf.write('sheet:1', { note: '没写完' })
    await phone.holder.leave()
    expect(phone.pocket.kept).toBeUndefined()
    expect(phone.shelf.read('sheet:1')).toBeUndefined()
    expect(phone.store.names().some(name => name.includes('copy:'))).toBe(false)
    await phone.holder.opened({ ...A, token: 'token-a2' })
    expect(phone.shelf.read('sheet:1')).toEqual({ note: '没写完' })
  })

  it('hides one person\'s drafts from the next and clears the copies', async () => {
    const phone = await signedIn()
    phone.copies.put('home', 1)
    phone.shelf.write('sheet:1', 'A')
    await phone.holder.opened(B)
    expect(phone.shelf.names('sheet:')).toEqual([])
    expect(phone.store.names().some(name => name.includes('copy:'))).toBe(false)
    phone.shelf.write('sheet:2', 'B')
    await phone.holder.opened(A)
    expect(phone.shelf.names('sheet:')).toEqual(['sheet:1'])
    expect(phone.shelf.read('sheet:1')).toBe('A')
  })

  it('counts the hands only when they change', async () => {
    const phone = await signedIn()
    const { hands } = phone.holder
    await phone.holder.opened({ ...A, token: 'newer' })
    expect(phone.holder.hands).toBe(hands)
    await phone.holder.opened(B)
    expect(phone.holder.hands).toBe(hands + 1)
    await phone.holder.leave()
    expect(phone.holder.hands).toBe(hands + 2)
  })

  it('keeps the key when only the token is used up, and forgets no newer token', async () => {
    const phone = await signedIn()
    await phone.holder.tokenUsedUp('an older one')
    expect(phone.holder.token).toBe('token-a')
    await phone.holder.tokenUsedUp('token-a')
    expect(phone.holder.token).toBeUndefined()
    const next = phone.again()
    await next.holder.wake()
    expect(next.holder.token).toBeUndefined()
    expect(next.holder.owner).toBeDefined()
  })

  it('finishes a sign-out that was cut short at any write', async () => {
    for (let diesAt = 1; diesAt < 6; diesAt++) {
      const phone = await signedIn()
      phone.copies.put('home', 1)
      phone.copies.put('brief:7', 1)
      phone.store.diesAt = phone.store.writes + diesAt
      await phone.holder.leave().catch(() => {})
      phone.store.diesAt = Infinity
      const next = phone.again()
      await next.holder.wake()
      const signedOut = next.holder.owner === undefined
      expect(signedOut).toBe(diesAt > 1)
      if (signedOut) {
        expect(next.pocket.kept).toBeUndefined()
        expect(next.store.names().some(name => name.includes('copy:'))).toBe(false)
      }
    }
  })

  it('is nobody when the secret came to harm', async () => {
    const phone = start()
    phone.pocket.kept = '{"vaultKey":"short"}'
    await phone.holder.wake()
    expect(phone.holder.owner).toBeUndefined()
    phone.pocket.read = async () => Promise.reject(new Error('WeChat does not say'))
    const next = phone.again()
    await next.holder.wake()
    expect(next.holder.owner).toBeUndefined()
  })

  it('is whoever signed in while the old secret was still being read', async () => {
    const phone = start()
    phone.pocket.kept = JSON.stringify(A)
    const waking = phone.holder.wake()
    await phone.holder.opened(B)
    await waking
    expect(phone.holder.token).toBe('token-b')
  })
})
