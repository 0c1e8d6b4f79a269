import type { Condition, Day, Met, Topic } from '@/api/contract'
import type { Store } from '@/platform/platform'
import type { VisitLetter } from '@/features/outbox/Outbox'

/** A visit while it is being written. The phone fills in who and when; what only a witness knows starts empty. */
export interface VisitDraft {
  childIds: number[]
  visitedOn: Day
  met: Met[]
  topics: Topic[]
  condition?: Condition
  note: string
  difficulty: string
  photos: string[]
}

export type Question = 'met' | 'topics' | 'condition'

export function emptyDraft(childId: number, today: Day): VisitDraft {
  return { childIds: [childId], visitedOn: today, met: [], topics: [], note: '', difficulty: '', photos: [] }
}

/** Drafts by the child they were begun for. */
export class Drafts {
  constructor(private readonly store: Store) {}

  of(childId: number): VisitDraft | undefined {
    return this.store.read<VisitDraft>(named(childId))
  }

  save(childId: number, draft: VisitDraft): void {
    this.store.write(named(childId), draft)
  }

  discard(childId: number): void {
    this.store.remove(named(childId))
  }
}

/** The questions a visit cannot be saved without; topics may stay empty, because a visit may have had none. */
export function unanswered(draft: VisitDraft): Question[] {
  const open: Question[] = []
  if (draft.met.length === 0) open.push('met')
  if (draft.condition === undefined) open.push('condition')
  return open
}

/** Seals a complete draft. */
export function sealed(draft: VisitDraft, key: string, title: string, now: Date): VisitLetter {
  if (draft.condition === undefined) throw new Error('A visit without its answer cannot be sealed')
  const { childIds, visitedOn, met, topics, condition } = draft
  return {
    kind: 'VISIT',
    key,
    title,
    savedAt: now.toISOString(),
    visit: {
      childIds,
      visitedOn,
      met,
      topics,
      condition,
      ...(draft.note.trim() && { note: draft.note.trim() }),
      ...(condition !== 'WELL' && draft.difficulty.trim() && { difficulty: draft.difficulty.trim() }),
    },
    photos: draft.photos.map(file => ({ file })),
  }
}

/** Opens a refused visit again, so that nothing has to be typed twice. */
export function reopened(letter: VisitLetter): VisitDraft {
  return { note: '', difficulty: '', ...letter.visit, photos: letter.photos.map(photo => photo.file) }
}

/** Adds the value or takes it out. */
export function toggled<T>(values: T[], value: T): T[] {
  return values.includes(value) ? values.filter(other => other !== value) : [...values, value]
}

function named(childId: number): string {
  return `draft:visit:${childId}`
}
