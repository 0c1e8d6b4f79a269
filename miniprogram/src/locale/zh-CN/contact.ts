import type { ContactKind, ContactLength, ContactProof, HomeComing, Mood } from '@/api/contract'

const kinds: Record<ContactKind, { done: string, name: string }> = {
  VIDEO: { done: '视频过', name: '视频' },
  PHONE: { done: '打过电话', name: '电话' },
  WECHAT: { done: '发过语音', name: '语音' },
  HOME_VISIT: { done: '回家看过', name: '回家' },
}

const lengths: Record<ContactLength, string> = { SHORT: '几句话', MEDIUM: '十来分钟', LONG: '半小时多' }
const moods: Record<Mood, string> = { GLAD: '挺高兴', AS_USUAL: '和平常一样', WORRIED: '有点担心' }
const proofs: Record<ContactProof, string> = { SELF_REPORTED: '你说的', CONFIRMED: '家里人也确认了', DENIED: '家里人说没有' }
const coming: Record<HomeComing, string> = { YES: '回', NO: '回不去', NOT_SURE: '还没定' }

export const contact = {
  kinds,
  lengths,
  moods,
  proofs,
  coming,
  question: (name: string) => `今天和${name}联系过吗？`,
  length: '聊了多久？',
  lengthHint: '点一下就记好',
  saved: (kind: string) => `记好了：${kind}`,
  undone: '撤销了',
  mood: '聊得怎么样？不说也行',
  words: '给自己记一句，别人看不到',
  days: (count: number) => `六周来联系过 ${count} 天`,
  rhythm: (weekdays: string) => `六周来，多在${weekdays}`,
  weekday: (name: string) => `周${name}`,
  join: '和',
  none: '从今天开始也不晚',
  thisWeek: '这周',
  today: '今天',
  legend: '漏了哪天也没关系',
  proof: (count: number) => `其中 ${count} 次，家里人也确认了`,
  festival: (year: number) => `${year} 年过年回家吗？`,
  festivalSaved: (answer: string) => `记好了：${answer}`,
  festivalChange: '改一改',
  reminder: '每周哪天提醒你一声？',
  reminderNone: '不用提醒',
  reminderSaved: (day: string) => `每周${day}提醒你一声`,
  reminderOff: '现在不提醒',
  news: '看看孩子的近况',
  newsTitle: (name: string) => `${name}的近况`,
  newsNone: '还没有发给你的近况。有人去看过孩子，会在这里告诉你。',
  visited: (by: string, day: string, name: string) => `${by} ${day}看过${name}`,
  topics: (words: string) => `讲了${words}`,
  photo: '看照片',
}
