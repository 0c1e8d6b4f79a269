import type { ActivityRow, HelperRow, SignUpRow } from '@generated/schema'

export const KINDS: Record<ActivityRow['kind'], string> = {
  HOLIDAY: '节日关爱',
  VACATION: '寒暑假',
  SAFETY: '安全教育',
  STATION: '站点服务',
  PARENTING: '亲子活动',
  PRACTICE: '实践基地',
  CARE_CLASS: '暑托、寒托班',
}

export const STATES: Record<ActivityRow['state'], string> = { PROPOSED: '等人看', RETURNED: '退回改', OPEN: '在报名', OVER: '办完了', CANCELLED: '取消了' }

export const SIGN_UPS: Record<SignUpRow['state'], string> = { SIGNED: '来', WAITING: '候补', WITHDRAWN: '不来了' }

export const HELPERS: Record<HelperRow['state'], string> = { OFFERED: '想来帮忙', CONFIRMED: '来帮忙', DECLINED: '没让来', WITHDRAWN: '不来了' }

/** 2026-11-28T09:00:00 to 2026-11-28T11:00:00 as 11 月 28 日 09:00–11:00. */
export function times(startsAt: string, endsAt: string): string {
  const day = (moment: string) => `${Number(moment.slice(5, 7))} 月 ${Number(moment.slice(8, 10))} 日 ${moment.slice(11, 16)}`
  return startsAt.slice(0, 10) === endsAt.slice(0, 10) ? `${day(startsAt)}–${endsAt.slice(11, 16)}` : `${day(startsAt)} 到 ${day(endsAt)}`
}
