import { day } from './days'
import type { Day, DockingState, HelpCategory } from '@/api/contract'

const categories: Record<HelpCategory, string> = { GOODS: '东西', SERVICE: '出力', SKILL: '本事', MONEY: '钱' }
const dockings: Record<DockingState, string> = { DOCKED: '对上了，等着办', DONE: '办成了', FELL_THROUGH: '没办成' }
const measures: Record<HelpCategory, string> = { GOODS: '件', SERVICE: '次', SKILL: '小时', MONEY: '元' }

export const board = {
  categories,
  dockings,
  measures,
  title: '我能帮的',
  open: (count: number) => `有 ${count} 件事等人帮`,
  nothing: '现在没有等人帮的事',
  left: (count: number, measure: string) => `还差 ${count} ${measure}`,
  until: (value: Day) => `${day(value)}前`,
  purpose: (words: string) => `用来：${words}`,
  help: '这个我能帮',
  mine: '我说过能帮的',
  none: '还没有说过',
  write: '说说我能帮什么',
  what: '能给什么、能做什么',
  which: '哪一类',
  many: '多少',
  where: '帮到哪里',
  days: (from: Day, until: Day) => `${day(from)}到${day(until)}`,
  howLong: '多久之内都行',
  periods: { 14: '两个星期', 30: '一个月', 90: '三个月', 180: '半年' },
  send: '告诉镇里',
  sent: '记下了，镇里对上了会在这里说',
  withdraw: '不帮了',
  withdrawn: '收回了，对上的照办',
  gone: '收回了',
  given: (docked: number, quantity: number, measure: string) => `${quantity} ${measure}，对上 ${docked}`,
  hint: '东西、钱都交给镇未保站，不直接给孩子。不写、不打听是谁家。',
}
