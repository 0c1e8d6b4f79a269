// Mini-programs have neither TextEncoder nor btoa.
const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'

export function toUtf8(text: string): Uint8Array {
  const escaped = encodeURIComponent(text)
  const bytes: number[] = []
  for (let place = 0; place < escaped.length; place++) {
    if (escaped[place] === '%') {
      bytes.push(Number.parseInt(escaped.slice(place + 1, place + 3), 16))
      place += 2
    }
    else {
      bytes.push(escaped.charCodeAt(place))
    }
  }
  return Uint8Array.from(bytes)
}

export function fromUtf8(bytes: Uint8Array): string {
  const escaped: string[] = []
  bytes.forEach(byte => escaped.push(`%${byte.toString(16).padStart(2, '0')}`))
  return decodeURIComponent(escaped.join(''))
}

export function fromHex(text: string): Uint8Array {
  return Uint8Array.from({ length: text.length / 2 }, (_, place) => Number.parseInt(text.slice(2 * place, 2 * place + 2), 16))
}

export function toBase64(bytes: Uint8Array): string {
  const letters: string[] = []
  for (let place = 0; place < bytes.length; place += 3) {
    const [first = 0, second = 0, third = 0] = bytes.subarray(place, place + 3)
    const three = (first << 16) | (second << 8) | third
    const known = bytes.length - place
    letters.push(LETTERS[three >> 18]!, LETTERS[(three >> 12) & 63]!)
    letters.push(known > 1 ? LETTERS[(three >> 6) & 63]! : '=', known > 2 ? LETTERS[three & 63]! : '=')
  }
  return letters.join('')
}

/** Takes the alphabet of addresses (`-_`) too; throws when a letter is in neither. */
export function fromBase64(text: string): Uint8Array {
  const bare = text.replace(/-/g, '+').replace(/_/g, '/').replace(/=+$/, '')
  const bytes = new Uint8Array(Math.floor((bare.length * 3) / 4))
  let held = 0
  let bits = 0
  let next = 0
  for (const letter of bare) {
    const value = LETTERS.indexOf(letter)
    if (value < 0) throw new Error('Not base64')
    held = ((held << 6) | value) & 0xffff
    bits += 6
    if (bits < 8) continue
    bits -= 8
    bytes[next++] = (held >> bits) & 0xff
  }
  return bytes
}
