import type { ChildRow, Dot } from '@generated/schema'
import { MARKS, REASONS } from '@/shared/words'

/** What the list of children is narrowed to; every value comes from the address. */
export interface ChildFilter {
  q?: string
  category?: string
  which?: 'ELIGIBLE' | 'COVERED' | 'FAMILY' | 'AREA_DUTY' | 'NOBODY'
  reason?: NonNullable<ChildRow['reason']>
  mark?: Dot['mark']
  sort?: 'WAITING' | 'NAME' | 'YOUNGEST' | 'OLDEST' | 'VILLAGE'
}

export const WHICH: Record<NonNullable<ChildFilter['which']>, string> = {
  ELIGIBLE: '应结对的',
  COVERED: '已有着落',
  FAMILY: '爱心家庭专门结对',
  AREA_DUTY: '部门包片',
  NOBODY: '没有着落',
}

export const SORTS: Record<NonNullable<ChildFilter['sort']>, string> = {
  WAITING: '等得最久的在前',
  NAME: '按姓名',
  VILLAGE: '按村',
  YOUNGEST: '年纪小的在前',
  OLDEST: '年纪大的在前',
}

/** Reads the filter from the address. */
export function filterOf(query: (name: string) => string | undefined): ChildFilter {
  return {
    q: query('q'),
    category: query('category'),
    which: query('which') as ChildFilter['which'],
    reason: query('reason') as ChildFilter['reason'],
    mark: query('mark') as ChildFilter['mark'],
    sort: query('sort') as ChildFilter['sort'],
  }
}

/** The filter in words; empty when there is none. */
export function sayFilter(filter: ChildFilter): string {
  return [
    filter.q && `“${filter.q}”`,
    filter.which && WHICH[filter.which],
    filter.reason && REASONS[filter.reason].name,
    filter.mark && MARKS.find((one) => one.mark === filter.mark)?.name,
    filter.category && `情形 ${filter.category}`,
  ]
    .filter(Boolean)
    .join('、')
}
