import { day } from './days'
import type { ActivityKind, HelperState, Instant, SignUpState } from '@/api/contract'

const kinds: Record<ActivityKind, string> = {
  HOLIDAY: '一起过节',
  VACATION: '假期',
  SAFETY: '安全',
  STATION: '儿童之家',
  PARENTING: '亲子',
  PRACTICE: '走出去',
  CARE_CLASS: '暑托、寒托班',
}
const signUps: Record<SignUpState, string> = { SIGNED: '报上了', WAITING: '候补，有人不来就轮到', WITHDRAWN: '不去了' }
const helpers: Record<HelperState, string> = { OFFERED: '等镇里答应', CONFIRMED: '说好了，请按时到', DECLINED: '这次不用，谢谢你', WITHDRAWN: '不去帮忙了' }

export const activity = {
  kinds,
  signUps,
  helpers,
  title: '关爱活动',
  coming: (count: number) => `有 ${count} 个活动`,
  none: '现在没有活动',
  when: (from: Instant, until: Instant) => `${day(from.slice(0, 10))} ${from.slice(11, 16)}–${until.slice(11, 16)}`,
  left: (count: number) => (count > 0 ? `还有 ${count} 个名额` : '满了，可以候补'),
  cancelled: (why: string) => `取消了：${why}`,
  over: '办完了',
  responsible: (who: string) => `负责的大人：${who}`,
  safety: '怎么保安全',
  join: (pet: string) => `给${pet}报名`,
  child: (pet: string, state: string) => `${pet}：${state}`,
  off: (pet: string) => `${pet}不去了`,
  agree: '同意，报名',
  joined: '记下了',
  offSaid: '记下了，不去了',
  help: '我去帮忙',
  helped: '告诉镇里了，等答应',
  helpNot: '不去帮忙了',
  helpNotSaid: '记下了',
}
