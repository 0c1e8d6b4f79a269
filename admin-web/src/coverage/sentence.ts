import type { CoverageView, MonthView } from '@generated/schema'

/** Where most of the gap lies, when a few places hold it: 石马垭村、掌村沟村占 11 名。 */
export function mostGap(coverage: CoverageView): string {
  const parts = coverage.parts.filter((part) => part.uncovered > 0).slice(0, 3)
  const sum = parts.reduce((all, part) => all + part.uncovered, 0)
  if (parts.length < 2 || sum === coverage.uncovered) return ''
  return `${parts.map((part) => part.division.name).join('、')}占 ${sum} 名。`
}

/** How the gap moved since the first month with anybody on file. */
export function movedSince(months: MonthView[]): string {
  const first = months.find((one) => one.eligible > 0)
  const last = months[months.length - 1]
  if (!first || !last || first === last) return ''
  const change = last.uncovered - first.uncovered
  const name = ` ${Number(first.month.slice(5))} 月末`
  return change === 0 ? `和${name}一样多。` : `比${name}${change > 0 ? '多' : '少'} ${Math.abs(change)} 名。`
}

/** What the yearly refresh of March did [JB-32]; nothing when no March with a month before it is shown. */
export function refreshOf(months: MonthView[]): { at: number; text: string } | undefined {
  const at = months.findIndex((one) => one.month.endsWith('-03'))
  const march = months[at]
  const before = months[at - 1]
  if (!march || !before || !before.eligible) return undefined
  const change = march.uncovered - before.uncovered
  return { at, text: change < 0 ? `集中结对，降到 ${march.uncovered} 名` : `更新后 ${march.uncovered} 名没有着落` }
}
