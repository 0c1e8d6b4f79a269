import type { RemarkView, VisitView } from '@/api/contract'

/** The question about an own visit that nobody has answered yet. */
export function openQuestion(visit: Pick<VisitView, 'mine' | 'remarks'>): RemarkView | undefined {
  if (!visit.mine) return undefined
  const said = [...visit.remarks].sort((one, other) => one.at.localeCompare(other.at) || one.id - other.id)
  const last = said.filter(remark => remark.kind === 'QUESTION' || remark.kind === 'ANSWER').pop()
  return last?.kind === 'QUESTION' ? last : undefined
}
