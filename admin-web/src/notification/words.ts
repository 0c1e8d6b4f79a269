import type { SettlementRequest, UnreachedView } from '@generated/schema'

/** Why a message did not arrive, as far as that is known. */
export const FAILURES: Record<UnreachedView['failure'], string> = {
  NO_CONSENT: '没同意收消息',
  NO_WECHAT: '没用微信登录过',
  UNKNOWN: '不知道送到没有',
  REFUSED: '微信没收',
  NOT_REACHED: '微信几个小时没连上',
  NO_TEMPLATE: '还没配消息模板',
}

export const OCCASIONS: Record<UnreachedView['occasion'], string> = {
  MEMBERSHIP_CONFIRMED: '认下来了',
  MEMBERSHIP_REFUSED: '没认下来',
  WEEKLY: '这周要做的',
  NUDGE: '提醒去走访',
  WISH_CLAIMED: '心愿有人认领',
  WISH_ARRANGE: '心愿该定日子了',
  WISH_DUE: '心愿该送到了',
  WISH_RELEASED: '心愿退回墙上了',
  WISH_RETURNED: '写的心愿要改',
  THANKS_SHOWN: '心愿有回信',
  ACTIVITY_CANCELLED: '活动不办了',
  DANGER: '有险情，没人接',
}

/** What was done about it. */
export const SETTLEMENTS: Record<SettlementRequest['how'], { button: string; said: string }> = {
  REACHED: { button: '打过电话了', said: '记下了：打过电话，说清楚了' },
  NOT_REACHED: { button: '打了没接', said: '记下了：打了没接' },
  NOT_NEEDED: { button: '不用打了', said: '记下了：不用打了' },
}
