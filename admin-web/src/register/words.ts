import type { Change, Counts, Export, QuarterStanding, VillageRefresh } from '@generated/schema'

export const PURPOSES = [
  { value: 'VISIT', name: '走访联系' },
  { value: 'CHECK', name: '核对资料' },
  { value: 'REPORT', name: '上报' },
  { value: 'OTHER', name: '其他，写一句' },
] as const

export const KINDS: Record<Export['kind'], string> = {
  REGISTER: '结对帮扶台账',
  REFRESH: '三月底更新没完成的',
  CHILDREN: '儿童名单',
}

/** How far a village is with the update of a year. */
export const REFRESHED: Record<VillageRefresh['state'], { name: string; tone: 'ok' | 'gap' | 'soon' | 'plain' }> = {
  DONE: { name: '完成', tone: 'ok' },
  OPEN: { name: '还没完成', tone: 'soon' },
  MISSED: { name: '没完成', tone: 'gap' },
  CAUGHT_UP: { name: '过后补完', tone: 'soon' },
  NOTHING_ON_FILE: { name: '那时没有登记', tone: 'plain' },
}

/** Where the result of a quarter stands. */
export const QUARTERLY: Record<QuarterStanding['state'], { name: string; tone: 'ok' | 'gap' | 'soon' | 'plain' }> = {
  AHEAD: { name: '还没到', tone: 'plain' },
  OPEN: { name: '等着报', tone: 'soon' },
  OVERDUE: { name: '过了没报', tone: 'gap' },
  SUBMITTED: { name: '按时报了', tone: 'ok' },
  LATE: { name: '报晚了', tone: 'soon' },
  NOT_ASKED: { name: '不用报', tone: 'plain' },
}

export const QUARTER_NAMES = ['第一季度', '第二季度', '第三季度', '第四季度']

export const MEASURES: Record<Change['measure'], string> = {
  ELIGIBLE: '应结对',
  BY_FAMILY: '爱心家庭',
  BY_AREA_DUTY: '部门包片',
  UNCOVERED: '没有着落',
  GIRLS_WITHOUT: '八岁以上女孩没有女干部',
  BEGUN: '新结对',
  ENDED: '结束',
  VISITS: '走访次数',
  VISITED: '走访到的孩子',
}

/** The counts a table of figures shows, in its order. */
export const COUNTS: { key: keyof Counts; name: string }[] = [
  { key: 'eligible', name: '应结对' },
  { key: 'covered', name: '有着落' },
  { key: 'byFamily', name: '爱心家庭' },
  { key: 'byAreaDuty', name: '部门包片' },
  { key: 'uncovered', name: '没有着落' },
  { key: 'girls', name: '八岁以上女孩' },
  { key: 'girlsWithout', name: '没有女干部' },
]

/** Days from one ISO day to another; negative when it has passed. */
export function daysUntil(from: string, until: string): number {
  return Math.round((Date.parse(`${until}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000)
}

/** 还有 15 天, 就是今天, 过了 3 天. */
export function countdown(today: string, due: string): string {
  const days = daysUntil(today, due)
  if (days > 0) return `还有 ${days} 天`
  return days === 0 ? '就是今天' : `过了 ${-days} 天`
}

/** By how much a figure differs from the one before; nothing when it does not. */
export function difference(now: number, before: number | undefined): string {
  if (before === undefined || now === before) return ''
  return now > before ? `多 ${now - before}` : `少 ${before - now}`
}

/** What is missing of the update, in the words of the list of the first of April. */
export function missing(village: VillageRefresh, due: string): string {
  const parts: string[] = []
  if (!village.said) parts.push('没有人说清点完')
  else if (village.said.at.slice(0, 10) > due) parts.push(`${dayOf(village.said.at)}才清点完`)
  if (village.uncovered) parts.push(`${village.uncovered} 名没有着落`)
  return parts.join('，')
}

function dayOf(iso: string): string {
  return `${Number(iso.slice(5, 7))} 月 ${Number(iso.slice(8, 10))} 日`
}

/** 10:26 on the same day, with the day on another. */
export function moment(iso: string): string {
  return iso.slice(0, 16).replace('T', ' ')
}

/** How large a file is. */
export function size(bytes: number): string {
  return bytes < 1024 * 1024 ? `${Math.max(1, Math.round(bytes / 1024))} KB` : `${(bytes / 1024 / 1024).toFixed(1)} MB`
}
