import { gcmsiv } from '@noble/ciphers/aes.js'
import { fromBase64, fromHex, fromUtf8, toBase64, toUtf8 } from './bytes'

const NONCE = 12

/** Thrown when something should be sealed or opened and nobody has brought the key. */
export class Locked extends Error {}

/**
 * Seals what stays on the phone with the key the server gave to its holder (AES-256-GCM-SIV). GCM-SIV, because a
 * mini-program has no good source of random numbers at hand: a nonce that repeats gives nothing away but equality.
 */
export class Vault {
  private key: Uint8Array | undefined

  get open(): boolean {
    return this.key !== undefined
  }

  /** Takes 64 hex digits and throws at anything else. */
  unlock(key: string): void {
    if (!/^[0-9a-f]{64}$/i.test(key)) throw new Error('The key has to be 64 hex digits')
    this.key = fromHex(key)
  }

  lock(): void {
    this.key?.fill(0)
    this.key = undefined
  }

  /** Seals a text under its name, so that one record cannot be passed off as another. */
  seal(name: string, text: string, nonce: Uint8Array = someNonce()): string {
    const sealed = this.cipher(name, nonce).encrypt(toUtf8(text))
    const whole = new Uint8Array(NONCE + sealed.length)
    whole.set(nonce)
    whole.set(sealed, NONCE)
    return toBase64(whole)
  }

  /** Opens a text; undefined when it was sealed for somebody else, under another name, or came to harm. */
  unseal(name: string, sealed: string): string | undefined {
    const cipher = (nonce: Uint8Array) => this.cipher(name, nonce)
    if (!this.open) throw new Locked()
    try {
      const whole = fromBase64(sealed)
      return fromUtf8(cipher(whole.slice(0, NONCE)).decrypt(whole.slice(NONCE)))
    }
    catch {
      return undefined
    }
  }

  /** The same short word for the same holder and nobody else; it tells nothing about the key. */
  fingerprint(): string {
    return this.seal('fingerprint', 'holder', new Uint8Array(NONCE)).replace(/[^A-Za-z0-9]/g, '').slice(-16)
  }

  private cipher(name: string, nonce: Uint8Array) {
    if (this.key === undefined) throw new Locked()
    return gcmsiv(this.key, nonce, toUtf8(name))
  }
}

function someNonce(): Uint8Array {
  const now = Date.now()
  return Uint8Array.from({ length: NONCE }, (_, place) =>
    (place < 4 ? Math.floor(now / 256 ** place) : Math.floor(Math.random() * 256)) & 0xff)
}
