import { isKind, type Sheet } from './sheet'
import type { Sheets } from './Sheets'
import { type Call, Refusal } from '@/api/client'
import type { DraftView } from '@/api/contract'
import type { Shelf } from '@/keeping/Shelf'

/** What another phone would need to go on writing; photos stay where they were taken. */
type Essence = Pick<Sheet<'VISIT'>, 'who' | 'content' | 'begunAt'>

const REVISIONS = 'revisions'

/**
 * Second copies of unfinished visits at the server, for the day a phone is lost. The phone's own copy always comes
 * first: nothing here ever changes it without being asked.
 */
export class SecondCopies {
  constructor(private readonly sheets: Sheets, private readonly shelf: Shelf, private readonly call: Call) {}

  /** Files an unfinished visit; answers false when another phone has gone on writing it since. */
  async file(key: string): Promise<boolean> {
    const sheet = this.sheets.get(key)
    if (sheet === undefined || !isKind(sheet, 'VISIT') || sheet.state !== 'WRITING') return true
    const { who, content, begunAt } = sheet
    const essence: Essence = { who, content, begunAt }
    const revision = this.revisions()[key]
    try {
      const filed = await this.call('PUT /api/phone/drafts/{key}', {
        path: { key },
        body: { kind: 'VISIT', content: JSON.stringify(essence), ...(revision !== undefined && { revision }) },
      })
      this.note(key, filed.revision)
      return true
    }
    catch (error) {
      if (error instanceof Refusal && error.problem.code === 'STALE') return false
      // No signal, or a draft the server does not take: the phone's own copy is what counts.
      return true
    }
  }

  /** Unfinished visits that are at the server and not on this phone. */
  async elsewhere(): Promise<{ draft: DraftView, sheet: Sheet<'VISIT'> }[]> {
    const drafts = await this.call('GET /api/phone/drafts', {})
    return drafts.flatMap((draft) => {
      const sheet = this.sheets.get(draft.key) === undefined ? opened(draft) : undefined
      return sheet === undefined ? [] : [{ draft, sheet }]
    })
  }

  /** Takes a visit over from another phone, to go on here. */
  take({ draft, sheet }: { draft: DraftView, sheet: Sheet<'VISIT'> }): void {
    this.sheets.write(sheet)
    this.note(draft.key, draft.revision)
  }

  /** This phone's words are the right ones: files them over what another phone wrote. */
  async insist(key: string): Promise<void> {
    const theirs = (await this.call('GET /api/phone/drafts', {})).find(draft => draft.key === key)
    this.note(key, theirs?.revision)
    await this.file(key)
  }

  /** The other phone's words are the right ones. */
  async giveWay(key: string): Promise<void> {
    const theirs = (await this.call('GET /api/phone/drafts', {})).find(draft => draft.key === key)
    const sheet = theirs && opened(theirs)
    if (theirs && sheet) this.take({ draft: theirs, sheet })
  }

  async discard(key: string): Promise<void> {
    this.note(key, undefined)
    await this.call('DELETE /api/phone/drafts/{key}', { path: { key } })
  }

  private revisions(): Record<string, number> {
    return this.shelf.read<Record<string, number>>(REVISIONS) ?? {}
  }

  private note(key: string, revision: number | undefined): void {
    const { [key]: _, ...others } = this.revisions()
    const known = new Set(this.sheets.all().map(sheet => sheet.key))
    const kept = Object.fromEntries(Object.entries(others).filter(([one]) => known.has(one)))
    this.shelf.write(REVISIONS, revision === undefined ? kept : { ...kept, [key]: revision })
  }
}

/** A draft as another phone of this version wrote it; undefined for anything else. */
function opened(draft: DraftView): Sheet<'VISIT'> | undefined {
  if (draft.kind !== 'VISIT') return undefined
  try {
    const { who, content, begunAt } = JSON.parse(draft.content) as Essence
    if (!Array.isArray(content.childIds) || !Array.isArray(content.met) || !Array.isArray(content.topics)) return undefined
    return { key: draft.key, kind: 'VISIT', state: 'WRITING', who, content, photos: [], begunAt, tries: 0 }
  }
  catch {
    return undefined
  }
}
