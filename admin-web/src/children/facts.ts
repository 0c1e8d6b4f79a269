import type { FactView } from '@generated/schema'

/** Where a fact stands in the file. */
export type FactGroup = 'parents' | 'child' | 'declared'

const GROUPS: Record<string, FactGroup> = {
  FATHER: 'parents',
  MOTHER: 'parents',
  FATHER_HOME: 'parents',
  MOTHER_HOME: 'parents',
  HUKOU: 'child',
  DISABILITY: 'child',
  BENEFIT: 'child',
  STATUS: 'child',
  FOUND: 'child',
  ILLNESS: 'child',
}

export const GROUP_NAMES: Record<FactGroup, string> = {
  parents: '父母的情况和外出务工',
  child: '户口、残疾证、救助和认定',
  declared: '花名册上写的',
}

/** The facts of a group that stand, the newest first; what was taken back is shown apart. */
export function factsOf(facts: FactView[], group: FactGroup): FactView[] {
  return facts
    .filter((fact) => !fact.correctedAt && (GROUPS[fact.kind] ?? 'declared') === group)
    .sort((one, other) => one.label.localeCompare(other.label, 'zh') || (other.since ?? '').localeCompare(one.since ?? ''))
}

/** The days of a fact in words; an end is the first day on which it no longer holds. */
export function daysOf(fact: FactView): string {
  if (!fact.since && !fact.until) return '没写哪天起'
  return [fact.since ? `${fact.since} 起` : '', fact.until ? `到 ${fact.until} 止` : '到现在'].filter(Boolean).join('，')
}

/** How long a parent has been away, for comparing with what the rule book asks. */
export function monthsAway(fact: FactView, today: string): number | undefined {
  if (fact.content !== 'WORKING_AWAY' || !fact.since) return undefined
  const end = fact.until && fact.until < today ? fact.until : today
  const [y1 = 0, m1 = 0, d1 = 0] = fact.since.split('-').map(Number)
  const [y2 = 0, m2 = 0, d2 = 0] = end.split('-').map(Number)
  return Math.max(0, (y2 - y1) * 12 + (m2 - m1) - (d2 < d1 ? 1 : 0))
}
