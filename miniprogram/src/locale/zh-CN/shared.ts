import { day, weekdays } from './days'
import type { Day, Problem, TieKind } from '@/api/contract'
import type { Tab } from '@/features/session/tabs'

const tabs: Record<Tab, string> = {
  HOME: '首页',
  VISITS: '走访',
  CONTACT: '和孩子',
  NEWS: '近况',
  WISHES: '心愿',
  ME: '我的',
}

const ties: Record<TieKind, string> = {
  CADRE_FAMILY: '结对家庭',
  PARENT: '孩子的父母',
  CAREGIVER: '在家照看孩子的人',
  VOLUNTEER: '志愿者',
  CHILD_DIRECTOR: '儿童主任',
  CHILD_SUPERVISOR: '儿童督导员',
}

// Only codes for which the phone knows better words than the server's own title.
const refusals: Record<string, string> = {
  WISH_TAKEN: '刚有人先认领了，看看别的？',
  ROLE_MAY_NOT: '这里只有核对过的人能用',
  NOT_FOUND: '没有这一页，或不归你管',
  TOO_OFTEN: '点得太快了，过一会儿再来',
  FILE_TOO_LARGE: '照片太大，换一张吧',
  FILE_UNREADABLE: '这张照片打不开，换一张吧',
  TOO_LATE_TO_UNDO: '过了 10 分钟，要改请找镇里',
  WECHAT_CODE_INVALID: '没认出来，再点一下试试',
}

export const shared = {
  day,
  weekdays,
  tabs,
  ties,
  tie: (kind: TieKind) => ties[kind] ?? '别的关系',
  sex: (sex: string) => (sex === 'FEMALE' ? '女' : '男'),
  age: (age: number) => `${age} 岁`,
  clause: (clause: string) => `〔${clause}〕`,
  refusal: (problem: Pick<Problem, 'code' | 'title'>) => refusals[problem.code] ?? (problem.title || '镇里没收下，请问一问'),
  /** The word for a value; one the phone does not know yet gets a neutral one. */
  word: <K extends string>(words: Record<K, string>, value: K) => words[value] ?? '其他',
  back: '回去',
  close: '先这样',
  optional: '不填也行',
  save: '存好',
  undo: '撤销',
  saved: '存好了',

  state: {
    lastCopy: (sameDay: boolean, value: Day, clock: string) => `上次更新：${sameDay ? '今天' : day(value)} ${clock}`,
    failed: '没读到数据，不是你的问题。',
    noSignal: '现在没信号，等会儿再点。',
    again: '再试一次',
    loading: '正在拿最新的',
    notAllowed: '这里只有核对过的人能看',
    signedOut: '请再点一下登录，草稿还在',
    signIn: '登录',
    full: '手机存满了，删几张照片再记',
    unknownChild: '没有找到这个孩子，回首页看看',
  },

  offline: {
    title: '没信号，也能照常记',
    waiting: (count: number) => `${count} 份存在手机里，有信号自动发`,
    alarm: '有一份危险报告还没发出去',
    stopped: (count: number) => `${count} 份要你看一看`,
    look: '看看',
  },

  consent: {
    agree: '同意',
    refuse: '不用',
    PHONE_NUMBER: {
      title: '用一下你的手机号',
      text: '只用来核对镇里登记的号码，看你和哪个孩子有关系。存在镇里的服务器上，换号或退出后就删。不同意也能用邀请码。',
    },
    PHOTO: {
      title: '拍照前说一声',
      text: '照片只给镇里管这件事的人和孩子的家长看，家长没同意前谁也看不到。拍作业、院子都行，不用拍脸。不拍照也能记走访。',
    },
    PLACE: {
      title: '记一下在哪里',
      text: '只在你点的这一刻记一次位置，跟着这次走访存到镇里，证明去过。平时不看你在哪。不记也能存。',
    },
  },

  privacy: {
    title: '先看一眼怎么用你的信息',
    text: '手机号、照片、位置，用到时才问，只用来照看孩子。',
    guide: '看《用户隐私保护指引》',
    agree: '看过了，同意',
    refuse: '不同意',
  },
}
