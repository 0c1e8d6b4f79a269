import type { ChildRow, Dot, ReasonCount } from '@generated/schema'

/** What a reason is called, in one line more, and the verb that solves it. */
export const REASONS: Record<ReasonCount['reason'], { name: string; more: string; verb: string }> = {
  NEEDS_FEMALE_CADRE: { name: '要配女干部', more: '八岁以上女孩，还没排到女干部', verb: '安排女干部' },
  NEEDS_DEDICATED_FAMILY: { name: '要专门一户', more: '先前有安排，按规定要爱心家庭专门结对', verb: '找爱心家庭' },
  NEW: { name: '新登记未安排', more: '登记不久，还没排', verb: '一起安排' },
  HELPER_LEFT: { name: '原来的家庭走了', more: '调离、退休或退出，没有接手的', verb: '重新结对' },
  NOT_ARRANGED: { name: '一直没安排', more: '登记已久，还没有人', verb: '去结对' },
}

export const MARKS: { mark: Dot['mark']; name: string }[] = [
  { mark: 'UNCOVERED', name: '没有着落' },
  { mark: 'GIRL_WITHOUT_FEMALE_CADRE', name: '八岁以上女孩·男干部' },
  { mark: 'TURNS_EIGHT', name: '60 天内满八岁' },
  { mark: 'COVERED', name: '已有着落' },
]

export const COVERAGE: Record<NonNullable<ChildRow['coverage']>, string> = {
  FAMILY: '爱心家庭',
  AREA_DUTY: '部门包片',
  NOBODY: '没有着落',
}

/** 男 or 女. */
export function sexName(sex: 'MALE' | 'FEMALE'): string {
  return sex === 'FEMALE' ? '女' : '男'
}

/** 2026-11-22 as 11 月 22 日, with the year when it is not the given one. */
export function dayName(iso: string, year?: string): string {
  const [y, m, d] = iso.slice(0, 10).split('-')
  const short = `${Number(m)} 月 ${Number(d)} 日`
  return y === (year ?? y) ? short : `${y} 年 ${short}`
}

const WEEKDAYS = ['周日', '周一', '周二', '周三', '周四', '周五', '周六']

/** The weekday of an ISO day. */
export function weekday(iso: string): string {
  return WEEKDAYS[new Date(`${iso}T12:00:00`).getDay()] ?? ''
}

/** An ISO day, some days later. */
export function plusDays(iso: string, days: number): string {
  const day = new Date(`${iso}T12:00:00Z`)
  day.setUTCDate(day.getUTCDate() + days)
  return day.toISOString().slice(0, 10)
}

/** A moment as people say it: 今天 06:10, 11 月 22 日 06:10. */
export function clock(moment: string, today: string): string {
  const day = moment.slice(0, 10)
  return `${day === today ? '今天' : dayName(day, today.slice(0, 4))} ${moment.slice(11, 16)}`
}
