import { day } from './days'
import type { Day } from '@/api/contract'

export const wish = {
  openBefore: '有',
  openAfter: '个小心愿等人接住',
  none: '现在没有等人接住的心愿',
  alias: (alias: string, age: string) => `${alias} · ${age}`,
  value: (yuan: number) => `约 ${yuan} 元`,
  take: '我来',
  taken: '有人了',
  mine: '你认领了',
  deliverBy: (value: Day) => `${day(value)}前交给镇未保站`,
  promise: '东西交给镇未保站，由干部送到',
  promiseText: '这里不写孩子的姓名、学校和住处，也请不要打听、不拍照。',
  agree: '同意约定，我来认领',
  back: '再看看别的',
  claimed: '认领好了',
}
