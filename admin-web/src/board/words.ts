import type { DockingRow, MatchRow, NeedRow, OfferRow } from '@generated/schema'

export const CATEGORIES: Record<NeedRow['category'], string> = { GOODS: '东西', SERVICE: '服务', SKILL: '本事', MONEY: '钱（专款）' }

export const KINDS: Record<OfferRow['kind'], string> = { VOLUNTEERED: '个人', DONATED: '单位、组织', PURCHASED: '政府购买服务', PROGRAMME: '项目' }

export const NEED_STATES: Record<NeedRow['state'], string> = {
  PROPOSED: '等人看',
  RETURNED: '退回改',
  OPEN: '没对上',
  LATE: '过了日子',
  DOCKED: '对上了，没到',
  MET: '办成了',
  CANCELLED: '不用了',
}

export const OFFER_STATES: Record<OfferRow['state'], string> = { OPEN: '还能帮', USED_UP: '都对上了', OVER: '过期、不能帮了', WITHDRAWN: '收回了' }

export const DOCKING_STATES: Record<DockingRow['state'], string> = { DOCKED: '等着办', DONE: '办成了', FELL_THROUGH: '没办成' }

/** What is counted, where nobody says otherwise. */
export const MEASURES: Record<NeedRow['category'], string> = { GOODS: '件', SERVICE: '次', SKILL: '小时', MONEY: '元' }

/** Why something is proposed, in words. */
export function reason(match: MatchRow, one: MatchRow['reasons'][number]): string {
  switch (one) {
    case 'ASKED_FOR_THIS':
      return '就是冲这条来的'
    case 'WORDS_ALIKE':
      return '说的差不多'
    case 'SAME_TOWNSHIP':
      return '同一个镇'
    case 'REACHES_HERE':
      return '全县都管'
    case 'ENOUGH':
      return '数够'
    case 'A_PART':
      return `能给 ${match.atMost}`
    case 'SAME_CATEGORY':
      return '同一类'
    case 'DAYS_IN_COMMON':
      return `${match.fromOn} 到 ${match.untilOn} 都行`
  }
}
