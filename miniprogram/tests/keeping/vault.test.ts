import { describe, expect, it } from 'vitest'
import { KEY_A, KEY_B } from '../memory'
import { fromBase64, fromHex, fromUtf8, toBase64, toUtf8 } from '@/keeping/bytes'
import { Locked, Vault } from '@/keeping/Vault'

function vault(key = KEY_A): Vault {
  const open = new Vault()
  open.unlock(key)
  return open
}

describe('the vault', () => {
  it('opens what it sealed, in any script', () => {
    const text = '小满·奶奶说：棉鞋小了 👟'
    expect(vault().unseal('n', vault().seal('n', text))).toBe(text)
  })

  it('opens nothing that was sealed for somebody else, under another name, or changed', () => {
    const sealed = vault().seal('n', '小满')
    expect(vault(KEY_B).unseal('n', sealed)).toBeUndefined()
    expect(vault().unseal('m', sealed)).toBeUndefined()
    const bytes = fromBase64(sealed)
    for (let place = 0; place < bytes.length; place++) {
      const changed = bytes.slice()
      changed[place]! ^= 1
      expect(vault().unseal('n', toBase64(changed))).toBeUndefined()
    }
    expect(vault().unseal('n', '')).toBeUndefined()
    expect(vault().unseal('n', '不是密文')).toBeUndefined()
  })

  it('answers the example of RFC 8452', () => {
    const rfc = new Vault()
    rfc.unlock(`01${'00'.repeat(31)}`)
    const nonce = fromHex('030000000000000000000000')
    // The name is additional data; the RFC's example without any needs the empty name.
    const sealed = fromBase64(rfc.seal('', '\u0001\u0000\u0000\u0000\u0000\u0000\u0000\u0000', nonce)).slice(12)
    expect(Array.from(sealed, byte => byte.toString(16).padStart(2, '0')).join(''))
      .toBe('c2ef328e5c71c83b843122130f7364b761e0b97427e3df28')
  })

  it('seals the same text differently each time', () => {
    expect(vault().seal('n', '小满')).not.toBe(vault().seal('n', '小满'))
  })

  it('neither seals nor opens when it is locked', () => {
    const locked = vault()
    const sealed = locked.seal('n', 'x')
    locked.lock()
    expect(() => locked.seal('n', 'x')).toThrow(Locked)
    expect(() => locked.unseal('n', sealed)).toThrow(Locked)
  })

  it.each(['', 'zz'.repeat(32), 'a1'.repeat(16)])('takes no key like "%s"', key => expect(() => vault(key)).toThrow())

  it('knows a holder again without giving the key away', () => {
    expect(vault().fingerprint()).toBe(vault().fingerprint())
    expect(vault().fingerprint()).not.toBe(vault(KEY_B).fingerprint())
    expect(vault().fingerprint()).toMatch(/^[A-Za-z0-9]{16}$/)
  })
})

describe('bytes', () => {
  it('survive every length and value', () => {
    for (let length = 0; length < 70; length++) {
      const bytes = Uint8Array.from({ length }, (_, place) => (place * 37 + length * 11) & 0xff)
      expect(fromBase64(toBase64(bytes))).toEqual(bytes)
      expect(toBase64(bytes)).toBe(Buffer.from(bytes).toString('base64'))
      expect(fromBase64(Buffer.from(bytes).toString('base64url'))).toEqual(bytes)
    }
    expect(() => fromBase64('?')).toThrow()
  })

  it('are UTF-8', () => {
    const text = '龘 a%20 \n 𠮷'
    expect(toUtf8(text)).toEqual(new Uint8Array(Buffer.from(text)))
    expect(fromUtf8(toUtf8(text))).toBe(text)
  })
})
