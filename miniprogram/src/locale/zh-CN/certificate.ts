import { day } from './days'
import type { Day } from '@/api/contract'

export const certificate = {
  title: '我的服务证明',
  none: '还没有。做过的事镇里记着，要用的时候请镇里开。',
  span: (from: Day, until: Day) => `${from.slice(0, 4)} 年 ${day(from)}到 ${until.slice(0, 4)} 年 ${day(until)}`,
  times: (times: number, minutes: number) => `${times} 次${minutes > 0 ? `，记有时长的 ${Math.round(minutes / 6) / 10} 小时` : ''}`,
  by: (place: string, on: Day) => `${place} ${day(on)}开`,
  number: (number: string) => `编号 ${number.replace(/(.{4})(?=.)/g, '$1 ')}`,
  revoked: '已经作废',
  line: (on: Day, what: string) => `${day(on)} ${what}`,
  open: '看 PDF',
  copy: '复制核对的地址',
  copied: '复制好了，发给要核对的人',
}
