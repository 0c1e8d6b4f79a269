import type { Day, TieKind, VisitRequest } from '@/api/contract'
import { isWhole, trimmed } from '@/features/need/need'
import { begun, isKind, type Sheet, type VisitContent } from '@/outbox/sheet'

export type VisitSheet = Sheet<'VISIT'>
export type Question = 'met' | 'reason' | 'condition' | 'safety' | 'difficulties' | 'needs' | 'neglect'

/** A visit that begins: the phone knows who, when and with whom; what only a witness knows starts empty. */
export function emptyVisit(key: string, childId: number, as: TieKind, who: string, today: Day, now: Date): VisitSheet {
  const content: VisitContent = {
    childIds: [childId], visitedOn: today, met: [], topics: [], went: ['MYSELF'], as, begunAt: now.toISOString(),
  }
  return begun('VISIT', key, who, content, now)
}

/** The visit to this child that is not finished. */
export function draftFor(sheets: Sheet[], childId: number): VisitSheet | undefined {
  return sheets.find((sheet): sheet is VisitSheet =>
    isKind(sheet, 'VISIT') && sheet.state === 'WRITING' && sheet.content.childIds[0] === childId)
}

/** The questions a visit cannot be saved without; topics may stay empty, because a visit may have had none. */
export function unanswered(visit: VisitContent): Question[] {
  if (visit.outcome === 'TRIED') return visit.missedReason === undefined ? ['reason'] : []
  const open: Question[] = []
  if (visit.met.length === 0) open.push('met')
  if (visit.condition === undefined) open.push('condition')
  if (visit.safety?.some(check => check.finding === 'REPORTED' && !check.words?.trim())) open.push('safety')
  if (visit.difficulties?.some(one => !one.words.trim())) open.push('difficulties')
  if (visit.needs?.some(one => one.need.what.trim() && !isWhole(one.need))) open.push('needs')
  if (visit.neglect !== undefined && !visit.neglect.words.trim()) open.push('neglect')
  return open
}

/** What is sent: nothing empty, and nothing that does not belong to how it ended. */
export function finished(visit: VisitContent, now: Date): VisitContent {
  const met = visit.outcome !== 'TRIED'
  const { childIds, visitedOn, went, as, begunAt, place } = visit
  const kept: Partial<VisitRequest> = met
    ? {
        topics: visit.topics, met: visit.met, condition: visit.condition, guardianTopics: visit.guardianTopics,
        difficulty: visit.condition === 'WELL' ? undefined : words(visit.difficulty),
        safety: visit.safety?.map(check => ({ ...check, words: words(check.words) })),
        children: filled(visit.children?.map(child => ({ ...child, facets: child.facets.filter(facet => words(facet.words)) }))
          .filter(child => child.facets.length > 0)),
        promises: filled(visit.promises?.filter(promise => words(promise.words))),
        keptPromiseIds: visit.keptPromiseIds,
        difficulties: filled(visit.difficulties),
        // A child that was taken off the visit again takes its needs along.
        needs: filled(visit.needs?.filter(one => words(one.need.what) && childIds.includes(one.childId))
          .map(one => ({ ...one, need: trimmed(one.need) }))),
        neglect: visit.neglect,
      }
    : { outcome: 'TRIED', missedReason: visit.missedReason, missedWords: words(visit.missedWords) }
  const whole = { childIds, visitedOn, met: [], topics: [], ...kept, note: words(visit.note), went, as, begunAt, place, savedAt: now.toISOString() }
  return Object.fromEntries(Object.entries(whole).filter(([, value]) => value !== undefined)) as unknown as VisitContent
}

/** Adds the value or takes it out. */
export function toggled<T>(values: T[], value: T): T[] {
  return values.includes(value) ? values.filter(other => other !== value) : [...values, value]
}

function words(text: string | undefined): string | undefined {
  return text?.trim() || undefined
}

function filled<T>(list: T[] | undefined): T[] | undefined {
  return list?.length ? list : undefined
}
