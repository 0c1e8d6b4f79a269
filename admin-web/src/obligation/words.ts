import type { NudgeView, OverdueLineView, TierView, WindowView } from '@generated/schema'

export type ActorKind = OverdueLineView['actor']['kind']
export type Which = 'OVERDUE' | 'DUE' | 'BEHIND'
export type By = 'FAMILY' | 'VILLAGE' | 'UNIT'
export type Tier = TierView['tier']

/** Who owes it, as the pills above the list call it. */
export const ACTORS: Partial<Record<ActorKind, string>> = {
  CADRE_FAMILY: '结对家庭',
  CHILD_DIRECTOR: '儿童主任',
  PARENT: '父母联系',
  TOWNSHIP: '镇里的培训',
  WOMENS_FEDERATION: '家庭教育指导',
}

export const WHICH: Record<Which, string> = { OVERDUE: '过了没做的', DUE: '现在该做的', BEHIND: '今年次数还差的' }

export const BY: Record<By, string> = { FAMILY: '按户', VILLAGE: '按村', UNIT: '按单位' }

/** A tier always has a shape and a word; the colour comes third. */
export const TIERS: Record<Tier, { name: string; shape: string }> = {
  HIGH: { name: '高', shape: '▲' },
  MEDIUM_HIGH: { name: '中高', shape: '◆' },
  MEDIUM_LOW: { name: '中低', shape: '●' },
  LOW: { name: '低', shape: '■' },
}

export const TIER_ORDER: Tier[] = ['HIGH', 'MEDIUM_HIGH', 'MEDIUM_LOW', 'LOW']

export const NUDGES: Record<NudgeView['state'], string> = {
  WAITING: '一分钟内发',
  HANDED_OVER: '发出去了，等回音',
  SENT: '送到了',
  FAILED: '没送到',
  UNDONE: '撤了',
}

export const OCCASIONS: Record<NonNullable<WindowView['occasion']>, string> = {
  SPRING_FESTIVAL: '春节',
  WINTER_VACATION: '寒假',
  SUMMER_VACATION: '暑假',
  CHILDRENS_DAY: '儿童节',
  BIRTHDAY: '生日',
  WINTER_CAMPAIGN: '寒假春节',
}

/** What became of a window: a mark that survives a black-and-white print, and the words. */
export const STATES: Record<WindowView['state'], { mark: string; name: string }> = {
  MET: { mark: '●', name: '做了' },
  DUE: { mark: '◐', name: '现在该做' },
  OVERDUE: { mark: '○', name: '没做' },
  WAIVED: { mark: '－', name: '免去' },
  AHEAD: { mark: '·', name: '还没到' },
  NOT_OWED: { mark: '·', name: '不用' },
}

/** The headline: the gap in figures, and what it is a gap of. */
export function headline(place: string, actor: ActorKind, which: Which, owing: number, children: number, days: number): string {
  if (which === 'BEHIND') return owing ? `${place}有 ${owing} 户今年走访次数还差，牵涉 ${children} 名孩子` : `${place}今年的走访次数都跟上了`
  const longest = which === 'OVERDUE' && days > 0 ? `，最久 ${days} 天` : ''
  switch (actor) {
    case 'CADRE_FAMILY':
      if (!owing) return which === 'OVERDUE' ? `${place}没有漏下的走访` : `${place}眼下没有要走访的`
      return which === 'OVERDUE' ? `${place}应访未访 ${owing} 户、${children} 名孩子${longest}` : `${place}眼下该去看看的，${owing} 户、${children} 名孩子`
    case 'PARENT':
      return children ? `${place}有 ${children} 名孩子的父母${which === 'OVERDUE' ? '有一阵没联系了' : '这周该联系'}${longest}` : `${place}的父母都联系上了`
    case 'CHILD_DIRECTOR':
      return children ? `${place}有 ${children} 名孩子，儿童主任${which === 'OVERDUE' ? '没顾上' : '该去看看'}${longest}` : `${place}的儿童主任都走到了`
    default:
      return owing ? `${place}还有没办的${longest}` : `${place}没有要办的`
  }
}
