import type { ContactKind } from '@/api/contract'

const called: Record<ContactKind, string> = { VIDEO: '视频过', PHONE: '打过电话', WECHAT: '发过语音', HOME_VISIT: '回家看过' }

export const confirm = {
  title: (count: number) => `${count} 件事，是这样吗？`,
  none: '都点过了，没有等你的',
  visit: (by: string, day: string, name: string) => `${by} ${day}来看过${name}`,
  contact: (by: string, day: string, name: string, kind: ContactKind) => `${by} ${day}和${name}${called[kind] ?? '联系过'}`,
  yes: '是这样',
  no: '没有',
  done: '记好了',
  child: '孩子',
}
