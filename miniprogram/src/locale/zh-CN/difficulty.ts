import { day } from './days'
import type { Day } from '@/api/contract'

export const difficulty = {
  title: (count: number, name: string) => (count > 0 ? `${name}还有 ${count} 个难处` : `${name}没有没解决的难处`),
  found: (on: Day) => `${day(on)}发现`,
  who: (who: string) => `${who}在办`,
  until: (on: Day) => `${day(on)}前答复`,
  solved: '解决了',
  effect: (words: string) => `结果：${words}`,
  step: (on: Day, by: string, words: string) => `${day(on)} ${by}：${words}`,
  addStep: '办了什么，写一句',
  add: '记上',
  solve: '解决了',
  effectHint: '结果怎么样，写一句',
  back: '还没',
}
