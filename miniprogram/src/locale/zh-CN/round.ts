import { day } from './days'
import type { Day } from '@/api/contract'

export const round = {
  title: (count: number) => `这几天要去 ${count} 家`,
  none: '没有要去的孩子了',
  next: '下一个',
  search: '找孩子：姓名或拼音头一个字母',
  noneFound: '没有找到，换个字试试',
  until: (on: Day) => `${day(on)}前`,
  late: (days: number) => `过了 ${days} 天`,
  efforts: (count: number) => `去过 ${count} 次没见着`,
  never: '还没去过',
  lastVisit: (on: Day) => `上次有人去是 ${day(on)}`,
  draft: '还没写完',
  begin: '记一次走访',
  resume: '接着写',
  more: '再看一些',
  brief: '去之前看看',
}
