import type { ArrivalRequest, ConfirmationRequest, ContactRequest, DangerRequest, Instant, ThanksRequest, VisitRequest, WishRequest } from '@/api/contract'

/** A photo on its way; `id` is there once the server has it. */
export interface Photo { file: string, id?: number }

/** A visit while it is being written; photos travel by themselves. */
export type VisitContent = Omit<VisitRequest, 'photoIds'>
export interface ConfirmationContent extends ConfirmationRequest { of: 'VISIT' | 'CONTACT', id: number }
/** Nothing of what a child wishes is sent before it is chosen what kind of wish it is. */
export interface WishContent extends Omit<WishRequest, 'kind'> { childId: number, kind?: WishRequest['kind'] }
export interface ArrivalContent extends ArrivalRequest { wishId: number, childId: number }
export interface ThanksContent extends ThanksRequest { wishId: number, childId: number }

/** What can be written without a signal, and what it consists of. */
export interface Contents {
  VISIT: VisitContent
  CONTACT: ContactRequest
  DANGER: DangerRequest
  CONFIRMATION: ConfirmationContent
  WISH: WishContent
  ARRIVAL: ArrivalContent
  THANKS: ThanksContent
}
export type Kind = keyof Contents

/** WRITING: not finished · WAITING: finished, on the phone · SENT: the server has it · STOPPED: the server said no. */
export type SheetState = 'WRITING' | 'WAITING' | 'SENT' | 'STOPPED'

/** Why the server said no. */
export interface Stop { code: string, title: string, setAsideId?: number }

/**
 * Something written on the phone, one record from its first letter to its acknowledgement. Its key is given once and
 * never changed: it is what makes two deliveries one.
 */
export interface Sheet<K extends Kind = Kind> {
  key: string
  kind: K
  state: SheetState
  /** Of whom it speaks, in the words the writer knows; the children's own page may be gone when it is read again. */
  who: string
  content: Contents[K]
  photos: Photo[]
  begunAt: Instant
  sealedAt?: Instant
  sentAt?: Instant
  /** How often it was on its way. */
  tries: number
  nextTryAt?: number
  /** Not before: so long it can be taken back without the server knowing of it. */
  heldUntil?: number
  stop?: Stop
  /** What the server calls it. */
  id?: number
}

export function begun<K extends Kind>(kind: K, key: string, who: string, content: Contents[K], now: Date): Sheet<K> {
  return { key, kind, state: 'WRITING', who, content, photos: [], begunAt: now.toISOString(), tries: 0 }
}

export function isKind<K extends Kind>(sheet: Sheet, kind: K): sheet is Sheet<K> {
  return sheet.kind === kind
}

/** What the server has is kept only as that it was sent; what it says about a child goes. */
export function withoutContent(sheet: Sheet): Sheet {
  if (isKind(sheet, 'ARRIVAL')) return { ...sheet, photos: [] }
  if (isKind(sheet, 'WISH')) return { ...sheet, content: { childId: sheet.content.childId, what: '', why: '' } }
  if (isKind(sheet, 'THANKS')) return { ...sheet, content: { ...sheet.content, text: '' } }
  if (!isKind(sheet, 'VISIT')) return sheet
  const { childIds, visitedOn } = sheet.content
  return { ...sheet, photos: [], content: { childIds, visitedOn, met: [], topics: [] } }
}

const FIRST_PAUSE = 5_000
const LONGEST_PAUSE = 600_000

/** The pause before the next try: doubled each time, never above ten minutes, spread so that phones do not come in step. */
export function pauseAfter(tries: number, random: () => number = Math.random): number {
  return Math.min(LONGEST_PAUSE, FIRST_PAUSE * 2 ** Math.max(0, tries - 1)) * (0.75 + random() / 4)
}

/** Which sheets to send: those whose time has come, all but those held back, or all. */
export type Which = 'DUE' | 'NOW' | 'ALL'

export function isMeant(sheet: Sheet, which: Which, now: number): boolean {
  if (which === 'ALL') return true
  return !isHeld(sheet, now) && (which === 'NOW' || left(sheet.nextTryAt, now) === 0)
}

/** Whether it may still be taken back without the server knowing of it. */
export function isHeld(sheet: Sheet, now: number): boolean {
  return left(sheet.heldUntil, now) > 0
}

export function untilDue(sheet: Sheet, now: number): number {
  return Math.max(left(sheet.heldUntil, now), left(sheet.nextTryAt, now))
}

/** Milliseconds that are left; a clock that was turned back holds nothing for longer than the longest pause. */
function left(until: number | undefined, now: number): number {
  return until === undefined || until > now + LONGEST_PAUSE ? 0 : Math.max(0, until - now)
}

/** Danger before everything else, then in the order of finishing. */
export function inOrder(sheets: Sheet[]): Sheet[] {
  const rank = (sheet: Sheet) => (sheet.kind === 'DANGER' ? 0 : 1)
  const since = (sheet: Sheet) => sheet.sealedAt ?? sheet.begunAt
  return [...sheets].sort((one, other) => rank(one) - rank(other) || since(one).localeCompare(since(other)) || one.key.localeCompare(other.key))
}
