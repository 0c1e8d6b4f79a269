import { reactive } from 'vue'

/** A pairing made a moment ago, as the screen said it; it can be taken back until then. */
export interface Recent {
  id: number
  child: string
  family: string
  until: number
}

const KEY = 'pairings-recent'
const UNDO_MINUTES = 10

/** What was paired in this window, the latest first; a reload keeps it. */
export const recent = reactive<{ all: Recent[] }>({ all: read() })

export function remember(id: number, child: string, family: string): void {
  write([{ id, child, family, until: Date.now() + UNDO_MINUTES * 60_000 }, ...recent.all.filter((one) => one.id !== id)])
}

export function forget(id: number): void {
  write(recent.all.filter((one) => one.id !== id))
}

/** Those that can still be taken back. */
export function undoable(now: number): Recent[] {
  return recent.all.filter((one) => one.until > now)
}

function read(): Recent[] {
  try {
    return JSON.parse(sessionStorage.getItem(KEY) ?? '[]') as Recent[]
  } catch {
    return []
  }
}

function write(all: Recent[]): void {
  recent.all = all
  sessionStorage.setItem(KEY, JSON.stringify(all))
}
