import { day } from './days'
import type { Day, HelpCategory, NeedState } from '@/api/contract'

const states: Record<NeedState, string> = {
  PROPOSED: '等镇里看',
  RETURNED: '要改一改',
  OPEN: '等人帮',
  LATE: '过了日子，还没人帮',
  DOCKED: '有人帮了，等着到',
  MET: '都到了',
  CANCELLED: '不要了',
}
const kinds: Record<HelpCategory, string> = { GOODS: '东西', SERVICE: '要人出力', SKILL: '要人教', MONEY: '钱' }

export const need = {
  states,
  kinds,
  title: (name: string) => `${name}缺什么`,
  none: '还没写过缺什么',
  hint: '愿意帮的人会看到这些话，别写姓名、村名、学校。镇里另一个人先看过。',
  which: '缺哪一类',
  what: '缺什么，比如：两床厚棉被',
  many: '多少',
  purpose: '用来做什么',
  purposeMoney: '钱用来做什么，一定要写',
  by: '什么时候要',
  periods: { 14: '两个星期内', 30: '一个月内', 90: '三个月内' },
  whose: '是谁缺',
  more: '还缺一样',
  remove: '这样不写了',
  write: '写一样缺的',
  fromDifficulty: '缺东西，找人帮',
  rewrite: '改一改',
  send: '交给镇里看',
  sent: '交给镇里看了，看过才有人帮',
  left: (docked: number, quantity: number, measure: string) => `${quantity} ${measure}${docked > 0 ? `，有了 ${docked}` : ''}`,
  until: (value: Day) => `${day(value)}前`,
  purposeIs: (words: string) => `用来：${words}`,
  returnedFor: (words: string) => `镇里说：${words}`,
}
