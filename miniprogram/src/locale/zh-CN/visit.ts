import { day } from './days'
import type {
  Condition, Day, DifficultyKind, Met, MissedReason, NeglectBy, SafetyFinding, SafetyItem, Topic, Visitor,
} from '@/api/contract'

const met: Record<Met, string> = { CHILD: '孩子', GRANDPARENT: '爷爷奶奶', PARENT: '爸爸妈妈', OTHER: '别人' }

const topics: Record<Topic, string> = {
  DROWNING: '防溺水',
  SEXUAL_ABUSE: '防性侵',
  BULLYING: '防欺凌',
  LIFE_AND_HEALTH: '身体和安全',
  POLICY: '政策',
  FIRE: '防火',
  TRAFFIC: '走路坐车',
}

const conditions: Record<Condition, { word: string, hint: string }> = {
  WELL: { word: '挺好', hint: '没什么要办' },
  SO_SO: { word: '有点事', hint: '说一句，镇里跟' },
  WORRYING: { word: '很急', hint: '马上报告' },
}

const missed: Record<MissedReason, string> = {
  NOBODY_HOME: '家里没人',
  AWAY: '去外地了',
  AT_SCHOOL: '在学校',
  IN_HOSPITAL: '在医院',
  TURNED_AWAY: '没让进门',
  ROAD_CLOSED: '路不通',
  OTHER: '别的原因',
}

const visitors: Record<Visitor, string> = {
  MYSELF: '我',
  FAMILY_MEMBER: '家里人',
  COLLEAGUE: '同事',
  VILLAGE_STAFF: '村干部',
  OTHER: '别人',
}

const safety: Record<SafetyItem, string> = {
  ELECTRICITY: '用电',
  GAS: '用气',
  WATER: '用水',
  FIRE: '用火',
  FOOD: '吃的',
  WATER_HAZARDS: '塘堰河边',
}

const findings: Record<SafetyFinding, string> = { FINE: '没问题', REMOVED: '当场弄好', REPORTED: '报上去了' }

const difficulties: Record<DifficultyKind, string> = {
  MONEY: '钱不够用',
  AFFECTION: '想爸妈',
  EDUCATION: '上学',
  SAFETY: '安全',
}

const neglect: Record<NeglectBy, string> = { PARENTS: '爸爸妈妈', CAREGIVER: '照看的人' }

export const visit = {
  met,
  topics,
  conditions,
  missedReasons: missed,
  visitors,
  safetyItems: safety,
  findings,
  difficultyKinds: difficulties,
  neglectBy: neglect,
  title: (name: string) => `走访${name}`,
  nth: (count: number) => `今年第 ${count} 次`,
  today: '今天',
  changeDay: '改日期',
  begunOn: (value: Day) => `这是 ${day(value)}开始写的`,
  elsewhere: '这份在另一部手机上也改过',
  keepMine: '用这部的',
  takeTheirs: '用那部的',
  startAnew: '重新写一份',
  who: '谁在家',
  nobody: '没见着',
  whyMissed: '怎么没见着',
  missedWords: '说一句',
  topicsTitle: '讲了什么',
  topicsHint: '可多选，没讲就不选',
  condition: '孩子怎么样',
  difficulty: '说一句，镇里跟',
  difficultyHint: '比如：棉鞋小了',
  together: '还看了谁',
  more: '想留点什么',
  moreHint: '不留也行',
  note: '写一句，也可以用键盘上的话筒说',
  photo: '拍一张',
  photoHint: '照片不用拍脸，拍作业、院子都行。',
  photoHeld: '家长还没同意留照片，先存着不给人看。',
  photoSent: '已传上去',
  removePhoto: '拿掉',
  photoAlt: (number: number) => `第 ${number} 张照片`,
  place: '记下在哪里',
  placeKept: '记下了在哪里',
  placeGone: '手机没说在哪里，不记也能存',
  removePlace: '不记了',
  extras: '还要记别的',
  extra: {
    safety: '家里安全',
    facets: '孩子的近况',
    promises: '答应的事',
    difficulties: '有难处',
    needs: '缺什么',
    neglect: '大人没尽责',
    guardian: '讲给大人听的',
    went: '谁去的',
    wish: '有个小心愿',
  },
  safetyHint: '看了哪样点哪样',
  safetyWords: '怎么回事，报给谁了',
  facetsHint: '变了才改，没变不用写',
  facetEmpty: '还没写过',
  facetEdit: '改一改',
  promise: '答应了什么，比如：下次带本字典',
  promiseAdd: '加上',
  promiseKept: '以前答应的，做到了就点一下',
  difficultyWho: '难在哪里，说一句',
  neglectWho: '是谁',
  neglectWords: '怎么没尽到责任',
  remove: '拿掉',
  save: '存好这次走访',
  saveMissed: '存好，这次没见着',
  footnote: '先存在手机里，有信号就发',
  unanswered: (count: number) => `还有 ${count} 处没答`,
  pick: '点一个再存',
  reported: '报上去了要说一句怎么回事',
}
