import type { DangerNotice, DangerSheet } from '@generated/schema'

/** 强制报告的情形 [JB-48], as the phone calls them. */
export const KINDS: Record<DangerNotice['kind'], string> = {
  LIVING_ALONE: '孩子一个人住，没人管',
  MISSING: '孩子不见了',
  GUARDIAN_INCAPABLE: '大人没能力照看了',
  GUARDIAN_NEGLECTS: '大人不管孩子',
  DOMESTIC_VIOLENCE: '孩子被打了',
  ACCIDENT: '受伤、落水、烧伤',
  UNLAWFUL_HARM: '被人欺负、伤害、侵犯',
  OTHER: '别的危险',
}

export const STATES: Record<DangerSheet['state'], string> = {
  WAITING: '等人接',
  ACCEPTED: '在办',
  CLOSED: '办完了',
}

/** To whom a report goes when nobody takes it up in time. */
export const NEXT: Record<DangerNotice['level'], string> = {
  COUNTY: '报到市里',
  CITY: '报到省里',
  PROVINCE: '再提醒一次',
}

/** How far up a report has gone; nothing while it is where it began. */
export const GONE_UP: Record<DangerNotice['level'], string> = {
  COUNTY: '',
  CITY: '没人接，已报到市里',
  PROVINCE: '没人接，已报到省里',
}

/** Whole minutes from one moment to another; moments without a zone are the server's, as the reader's clock is. */
export function minutes(from: string | number, until: string | number): number {
  return Math.floor((new Date(until).getTime() - new Date(from).getTime()) / 60_000)
}

/** How long ago: 刚刚, 7 分钟前, 3 小时前, 2 天前. */
export function ago(moment: string, now: number): string {
  const passed = minutes(moment, now)
  if (passed < 1) return '刚刚'
  if (passed < 60) return `${passed} 分钟前`
  return passed < 60 * 24 ? `${Math.floor(passed / 60)} 小时前` : `${Math.floor(passed / 1440)} 天前`
}

/** What happens when nobody comes: 7 分钟后报到市里. */
export function until(notice: Pick<DangerNotice, 'acceptBy' | 'level'>, now: number): string {
  const left = minutes(now, notice.acceptBy)
  return left < 1 ? `马上${NEXT[notice.level]}` : `${left} 分钟后${NEXT[notice.level]}`
}
