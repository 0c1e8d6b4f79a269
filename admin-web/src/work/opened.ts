import type { ItemView } from '@generated/schema'
import { childName, KINDS } from './words'

/** What somebody went off to put right, so that the list can say 已办 when it has gone. */
const KEY = 'work-opened'
const MOST = 20

interface Opened {
  id: number
  said: string
}

/** Remembers an item whose button was pressed; only what the list showed, masked as it was. */
export function remember(item: ItemView): void {
  const said = `${KINDS[item.kind].name}：${item.child ? childName(item.child) : item.text}`
  write([...read().filter((one) => one.id !== item.id), { id: item.id, said }].slice(-MOST))
}

/** Those that were opened and are no longer there; they are forgotten with the answer. */
export function settled(isThere: (id: number) => boolean): string[] {
  const gone = read().filter((one) => !isThere(one.id))
  if (gone.length) write(read().filter((one) => isThere(one.id)))
  return gone.map((one) => one.said)
}

function read(): Opened[] {
  try {
    return JSON.parse(sessionStorage.getItem(KEY) ?? '[]') as Opened[]
  } catch {
    return []
  }
}

function write(all: Opened[]): void {
  sessionStorage.setItem(KEY, JSON.stringify(all))
}
