import type { BookView, ClauseView, CoverageView, WorkKindView } from '@generated/schema'
import { REASONS } from '@/shared/words'

/** A judgement that the screens show because of a clause, and how many it was passed on. */
export interface Verdict {
  count: number
  text: string
  /** The list of the children, */
  filter?: Record<string, string>
  /** or the list of what is to be done. */
  kind?: WorkKindView['kind']
}

/** What the figures of a place owe to one clause; nothing is counted twice. */
export function verdictsOf(clause: ClauseView, book: BookView, coverage: CoverageView, work: WorkKindView[]): Verdict[] {
  const found: Verdict[] = []
  const add = (count: number, text: string, filter: Record<string, string>) => count > 0 && found.push({ count, text, filter })
  const defined = clause.category ?? book.categories.find((one) => one.clauses.includes(clause.id))?.code
  const category = coverage.categories.find((one) => one.code === defined)
  if (category) add(category.eligible, `名孩子算“${category.name}”`, { which: 'ELIGIBLE', category: category.code })
  for (const one of coverage.reasons) {
    if (one.clause === clause.id) add(one.count, `名没有着落：${REASONS[one.reason].name}`, { which: 'NOBODY', reason: one.reason })
  }
  if (clause.id === coverage.areaDutyClause) add(coverage.byAreaDuty, '名由部门包片', { which: 'AREA_DUTY' })
  if (clause.id === coverage.girls.clause) {
    add(coverage.girls.withFemaleCadre, '名八岁以上女孩由女干部帮', { girls: 'WITH_FEMALE_CADRE' })
    add(coverage.girls.without, '名八岁以上女孩还没有女干部', { girls: 'WITHOUT_FEMALE_CADRE' })
  }
  for (const one of work) {
    const count = one.clauses.find((other) => other.clause === clause.id)?.items ?? 0
    if (count > 0) found.push({ count, text: one.kind, kind: one.kind })
  }
  return found
}
