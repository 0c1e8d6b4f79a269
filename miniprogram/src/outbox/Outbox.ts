import { isMeant, pauseAfter, type Photo, type Sheet, type Stop, untilDue, type Which, withoutContent } from './sheet'
import type { Sheets } from './Sheets'
import { Refusal, SignedOut } from '@/api/client'
import { NoSignal } from '@/platform/platform'

/** One way to the server for one holder; it ends when the phone changes hands. */
export interface Line {
  /** Hands a sheet over and answers its id; `keep` notes which photos have arrived, in case the line breaks. */
  deliver(sheet: Sheet, keep: (photos: Photo[]) => void): Promise<number | undefined>
  /** Whether the holder is still the one the line was opened for. */
  holds(): boolean
}

const TRY_LATER = [401, 408, 425, 429]
const UNREADABLE = [400, 413, 415]

/**
 * Brings finished sheets to the server, one after the other. A sheet stays until the server has acknowledged it or its
 * writer takes it back; delivered twice under one key it is still one.
 */
export class Outbox {
  private running: Promise<void> | undefined
  private again: Which | undefined
  private onItsWay: string | undefined

  constructor(
    private readonly sheets: Sheets,
    private readonly open: () => Line,
    private readonly now: () => number = Date.now,
    private readonly changed: () => void = () => {},
  ) {}

  /** The key of the sheet that is being sent. */
  get sending(): string | undefined {
    return this.onItsWay
  }

  /** Finishes a sheet; a second tap finds it finished. It can be held for a moment in which it may be taken back. */
  finish(sheet: Sheet, holdFor = 0): void {
    const known = this.sheets.get(sheet.key)
    if (known !== undefined && known.state !== 'WRITING') return
    const now = this.now()
    const held = holdFor > 0 ? { heldUntil: now + holdFor } : {}
    this.sheets.write({ ...sheet, ...held, state: 'WAITING', sealedAt: new Date(now).toISOString(), tries: 0 })
  }

  /**
   * Sends what waits. DUE: what has its time come; NOW: without regard to pauses after failures, because a signal came
   * back or somebody asked; ALL: even what may still be taken back, because the app goes to the back.
   */
  async flush(which: Which = 'NOW'): Promise<void> {
    if (this.running !== undefined) {
      this.again = which === 'DUE' ? this.again : which
      return this.running
    }
    this.running = this.rounds(which).finally(() => (this.running = undefined))
    return this.running
  }

  /** Milliseconds until the next sheet has its time; undefined when none waits. */
  nextTry(): number | undefined {
    const times = this.sheets.all().filter(sheet => sheet.state === 'WAITING').map(sheet => untilDue(sheet, this.now()))
    return times.length === 0 ? undefined : Math.max(250, Math.min(...times))
  }

  /** Adds to a finished sheet, even to one the server has; it goes out again under the same key. */
  amend(key: string, content: Sheet['content']): void {
    this.update(key, ({ stop: _stop, nextTryAt: _next, ...sheet }) => ({ ...sheet, content, state: 'WAITING', tries: 0 }))
  }

  /** Opens a sheet for writing again, once it is not on its way; undefined when the server has it already. */
  async reopen(key: string): Promise<Sheet | undefined> {
    await this.running
    const sheet = this.sheets.get(key)
    if (sheet === undefined || sheet.state === 'SENT') return undefined
    this.update(key, ({ stop: _stop, nextTryAt: _next, sealedAt: _sealed, ...rest }) => ({ ...rest, state: 'WRITING' }))
    return this.sheets.get(key)
  }

  /** Takes a sheet back; answers its id when the server already has it, and the caller has to undo it there. */
  async takeBack(key: string): Promise<number | undefined> {
    await this.running
    const sheet = this.sheets.get(key)
    this.sheets.remove(key)
    return sheet?.id
  }

  private async rounds(first: Which): Promise<void> {
    for (let which: Which | undefined = first; which !== undefined; which = this.again) {
      this.again = undefined
      await this.round(which)
    }
  }

  private async round(which: Which): Promise<void> {
    const line = this.open()
    const tried = new Set<string>()
    for (;;) {
      if (!line.holds()) return
      const sheet = this.sheets.all().find(one =>
        one.state === 'WAITING' && !tried.has(one.key) && isMeant(one, which, this.now()))
      if (sheet === undefined) return
      tried.add(sheet.key)
      this.say(sheet.key)
      const goOn = await this.send(sheet, line).finally(() => this.say(undefined))
      if (!goOn) return
    }
  }

  /** Answers whether the next sheet may be tried. */
  private async send(sheet: Sheet, line: Line): Promise<boolean> {
    const update = (change: (current: Sheet) => Sheet) => line.holds() && this.update(sheet.key, change)
    try {
      const id = await line.deliver(sheet, photos => update(current => ({ ...current, photos })))
      update(current => this.acknowledged(current, sheet, id))
      return line.holds()
    }
    catch (error) {
      const stop = stopOf(sheet, error)
      update(current => (stop === undefined ? this.later(current) : { ...current, tries: current.tries + 1, state: 'STOPPED', stop }))
      return line.holds() && !(error instanceof NoSignal || error instanceof SignedOut)
    }
  }

  /** What was added while the sheet was on its way has still to go. */
  private acknowledged(current: Sheet, sent: Sheet, id: number | undefined): Sheet {
    const { nextTryAt: _, ...rest } = current
    if (JSON.stringify(current.content) !== JSON.stringify(sent.content)) {
      this.again = 'NOW'
      return { ...rest, id }
    }
    return withoutContent({ ...rest, state: 'SENT', sentAt: new Date(this.now()).toISOString(), tries: current.tries + 1, id })
  }

  private later(sheet: Sheet): Sheet {
    const tries = sheet.tries + 1
    return { ...sheet, tries, nextTryAt: this.now() + pauseAfter(tries) }
  }

  /** Always on top of what is there now: between two awaits somebody may have written. */
  private update(key: string, change: (current: Sheet) => Sheet): void {
    const current = this.sheets.get(key)
    if (current !== undefined) this.sheets.write(change(current))
  }

  private say(key: string | undefined): void {
    this.onItsWay = key
    this.changed()
  }
}

/**
 * What no second try would change; undefined when it may still arrive. A report of danger goes on trying unless nobody
 * could read it: whoever may not report today may tomorrow, and a report that stops is one nobody ever hears of.
 */
function stopOf(sheet: Sheet, error: unknown): Stop | undefined {
  if (!(error instanceof Refusal)) return undefined
  const { status, code, title, setAsideId } = error.problem
  if (sheet.kind === 'DANGER' && !UNREADABLE.includes(status)) return undefined
  if (status < 400 || status >= 500 || TRY_LATER.includes(status)) return undefined
  return { code, title, ...(setAsideId !== undefined && { setAsideId }) }
}
