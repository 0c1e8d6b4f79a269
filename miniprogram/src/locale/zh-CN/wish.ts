import { day } from './days'
import type { Day, DeliveryWay, WishKind, WishState } from '@/api/contract'

const kinds: Record<WishKind, string> = {
  THING: '一样东西',
  OUTING: '出去一趟',
  CALL: '通一次话',
  LESSON: '学一样本事',
  COMPANY: '有人陪一陪',
}

const ways: Record<DeliveryWay, string> = {
  STATION: '送到镇未保站',
  WITH_FAMILY: '跟结对干部一起去',
}

const states: Record<WishState, string> = {
  PROPOSED: '等镇里看过',
  RETURNED: '要改一改',
  OPEN: '在墙上，等人认领',
  CLAIMED: '有人认领了',
  ARRANGED: '定好日子了',
  FULFILLED: '送到了',
  CANCELLED: '不用了',
}

export const wish = {
  kinds,
  ways,
  states,
  openBefore: '有',
  openAfter: '个小心愿等人接住',
  none: '现在没有等人接住的心愿',
  alias: (alias: string, age: string) => `${alias} · ${age}`,
  value: (yuan: number) => `不超过 ${yuan} 元`,
  take: '我来',
  ofMyChild: (until: string) => `你家结对孩子的心愿，${until}前先给你们家`,
  arrangeBy: (value: Day) => `${day(value)}前定好哪天送，过了就让给别人`,
  deliverBy: (value: Day) => `${day(value)}前送到`,
  arrange: '定哪天送',
  rearrange: '改日子',
  day: '哪天送到',
  pickDay: '选日子',
  way: '怎么送',
  arranged: '定好了',
  giveBack: '送不了，退回',
  giveBackTitle: '退回给别人',
  reasons: ['最近太忙', '买不到', '离得远', '别的原因'],
  gaveBack: '退回墙上了，谢谢你说一声',
  kept: '送到了',
  thanks: '孩子说',
  promise: '东西交给镇未保站，或跟结对干部一起去',
  promiseText: '这里不写孩子的姓名、学校和住处，也请不要打听、不拍照。',
  agree: '同意约定，我来认领',
  back: '再看看别的',
  claimed: '认领好了',
  child: {
    title: '小心愿',
    to: '小心愿',
    none: '还没有心愿',
    hint: '用孩子的话写。不写名字、学校、村子，不写“留守”“困境”这样的字眼。镇里另一个人看过才上墙。',
    kind: '想要什么样的',
    what: '想要什么',
    why: '为什么想',
    yuan: '大概多少元（可以不填）',
    propose: '交给镇里看',
    proposed: '交上去了，镇里看过就上墙',
    arrived: '送到了',
    arrivedSaid: '记下了',
    thank: '替孩子说声谢谢',
    thanked: '交上去了，镇里看过就给对方看',
    thanksStates: { WAITING: '等镇里看过', SHOWN: '对方看到了', RETURNED: '要改一改' },
  },
}
