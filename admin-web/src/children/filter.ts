import type { ChildRow, Dot } from '@generated/schema'
import { answer, api } from '@/api/client'
import { MARKS, REASONS } from '@/shared/words'

/** What the list of children is narrowed to; every value but the words searched for comes from the address. */
export interface ChildFilter {
  category?: string
  which?: 'ELIGIBLE' | 'COVERED' | 'FAMILY' | 'AREA_DUTY' | 'NOBODY' | 'OTHERS'
  reason?: NonNullable<ChildRow['reason']>
  mark?: Dot['mark']
  girls?: 'ALL' | 'WITH_FEMALE_CADRE' | 'WITHOUT_FEMALE_CADRE' | 'TURNING_EIGHT'
  family?: number
  sort?: 'WAITING' | 'NAME' | 'YOUNGEST' | 'OLDEST' | 'VILLAGE'
}

export const WHICH: Record<NonNullable<ChildFilter['which']>, string> = {
  ELIGIBLE: '应结对的',
  COVERED: '已有着落',
  FAMILY: '爱心家庭专门结对',
  AREA_DUTY: '部门包片',
  NOBODY: '没有着落',
  OTHERS: '在册、不属于这几类',
}

export const GIRLS: Record<NonNullable<ChildFilter['girls']>, string> = {
  ALL: '八岁以上女孩',
  WITH_FEMALE_CADRE: '八岁以上女孩，有女干部',
  WITHOUT_FEMALE_CADRE: '八岁以上女孩，没有女干部',
  TURNING_EIGHT: '60 天内满八岁的女孩',
}

export const SORTS: Record<NonNullable<ChildFilter['sort']>, string> = {
  WAITING: '等得最久的在前',
  NAME: '按姓名',
  VILLAGE: '按村',
  YOUNGEST: '年纪小的在前',
  OLDEST: '年纪大的在前',
}

/** Everything of the address that narrows the list, for taking it away. */
export const NARROWING = ['category', 'which', 'reason', 'mark', 'girls', 'family'] as const

/** One of the known values, or nothing: an address can be typed by hand. */
function known<K extends string>(value: string | undefined, words: Record<K, unknown>): K | undefined {
  return value !== undefined && Object.hasOwn(words, value) ? (value as K) : undefined
}

const MARK_NAMES = Object.fromEntries(MARKS.map((one) => [one.mark, one.name])) as Record<Dot['mark'], string>

/** Reads the filter from the address. */
export function filterOf(query: (name: string) => string | undefined): ChildFilter {
  const family = Number(query('family'))
  return {
    category: query('category'),
    which: known(query('which'), WHICH),
    reason: known(query('reason'), REASONS),
    mark: known(query('mark'), MARK_NAMES),
    girls: known(query('girls'), GIRLS),
    family: family > 0 ? family : undefined,
    sort: known(query('sort'), SORTS),
  }
}

/** The filter in words; empty when there is none. */
export function sayFilter(filter: ChildFilter, searched = '', categoryName?: string): string {
  return [
    searched && (isIdNumber(searched) ? '一个身份证号' : `“${searched}”`),
    filter.which && WHICH[filter.which],
    filter.reason && REASONS[filter.reason].name,
    filter.mark && MARK_NAMES[filter.mark],
    filter.girls && GIRLS[filter.girls],
    filter.category && (categoryName ?? `情形 ${filter.category}`),
    filter.family && '同一户家庭带的',
  ]
    .filter(Boolean)
    .join('、')
}

/** Whether somebody typed a whole ID number, which is looked up exactly. */
export function isIdNumber(text: string): boolean {
  return /^\d{17}[\dXx]$/.test(text.trim())
}

export type ChildQuestion = ChildFilter & { division: string; on?: string; contacts?: boolean; page: number; size: number; q?: string }

/** Asks for a page of children; words searched for travel in the body, never in an address. */
export function readChildren(asked: ChildQuestion) {
  const { q, ...rest } = asked
  return q ? answer(api.POST('/api/admin/children/search', { body: { ...rest, q } })) : answer(api.GET('/api/admin/children', { params: { query: rest } }))
}
