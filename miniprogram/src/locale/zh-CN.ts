import type { Condition, ContactKind, ContactLength, Day, Met, TieKind, TieState, Topic } from '@/api/contract'
import { dayOfMonth, monthOf } from '@/day'
import type { Tab } from '@/features/session/tabs'

const day = (value: Day) => `${monthOf(value)} 月 ${dayOfMonth(value)} 日`

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
  WORRYING: { word: '很急', hint: '马上打电话' },
}

const contactKinds: Record<ContactKind, { done: string, name: string }> = {
  VIDEO: { done: '视频过', name: '视频' },
  PHONE: { done: '打过电话', name: '电话' },
  WECHAT: { done: '发过微信', name: '微信' },
  HOME_VISIT: { done: '回家见过', name: '回家' },
}

const lengths: Record<ContactLength, string> = { SHORT: '几句话', MEDIUM: '十来分钟', LONG: '半小时多' }

const ties: Record<TieKind, string> = {
  CADRE_FAMILY: '结对家庭',
  PARENT: '孩子的父母',
  CAREGIVER: '在家照看孩子的人',
  VOLUNTEER: '志愿者',
  CHILD_DIRECTOR: '儿童主任',
  CHILD_SUPERVISOR: '儿童督导员',
}

const tieStates: Record<TieState, string> = {
  REQUESTED: '等镇里核对',
  CONFIRMED: '核对过了',
  REFUSED: '没对上，问问镇里',
  REVOKED: '已经停了，问问镇里',
}

const tabs: Record<Tab, string> = { HOME: '首页', VISITS: '走访', CONTACT: '和孩子', WISHES: '心愿', ME: '我的' }

// Only codes for which the client knows better words than the server's own title.
const refusals: Record<string, string> = {
  WORDING_TELLS_TOO_MUCH: '这里不能写“留守”“困境”一类的词，也别写姓名。写想要什么就行',
  WISH_TAKEN: '刚有人先认领了，看看别的？',
  ROLE_MAY_NOT: '这里只有核对过的人能用',
  NOT_FOUND: '没有这一页，或不归你管',
  TOO_OFTEN: '点得太快了，过一会儿再来',
  FILE_TOO_LARGE: '照片太大，换一张吧',
  FILE_UNREADABLE: '这张照片打不开，换一张吧',
  TOO_LATE_TO_UNDO: '过了 10 分钟，要改请找镇里',
  WECHAT_CODE_INVALID: '没认出来，再点一下试试',
}

/** Every word the phone says. */
export const zhCN = {
  day,
  met,
  topics,
  conditions,
  contactKinds,
  lengths,
  ties,
  tieStates,
  tabs,
  weekdays: ['一', '二', '三', '四', '五', '六', '日'],
  sex: (sex: string) => (sex === 'FEMALE' ? '女' : '男'),
  age: (age: number) => `${age} 岁`,

  state: {
    lastCopy: (sameDay: boolean, value: Day, clock: string) => `上次更新：${sameDay ? '今天' : day(value)} ${clock}`,
    failed: '没读到数据，不是你的问题。',
    again: '再试一次',
    loading: '正在拿最新的',
    notAllowed: '这里只有核对过的人能看',
    signedOut: '请再点一下登录，草稿还在',
    signIn: '登录',
    full: '手机存满了，删几张照片再记',
  },
  refusal: (problem: { code: string, title: string }) => refusals[problem.code] ?? (problem.title || '镇里没收下，请问一问'),

  offline: {
    title: '没信号，也能照常记',
    waiting: (count: number) => `${count} 份存在手机里，有信号自动发`,
    refused: (count: number) => `${count} 份没收下，点开看原因`,
    look: '看看',
  },

  danger: {
    button: '孩子有危险，马上打 110',
    title: '现在就打 110',
    text: '说清孩子在哪里、出了什么事。打完再告诉镇里。这里不会替你报警。',
    call: '打 110',
    back: '先不打',
  },

  signIn: {
    title: '你是哪一位？',
    hint: '这是演练用的，点一个名字进去。',
    none: '现在没有连上，过一会儿再试。',
    wechat: '用微信登录',
  },

  home: {
    strangerBefore: '先说说你是谁，',
    strangerAfter: '才能看到孩子',
    strangerAction: '验证手机号',
    waiting: '镇里正在核对你的身份',
    waitingHint: '核对好了，孩子会在这里出现。',
    waitingAction: '看看核对到哪了',
    noChild: '还没有和你结对的孩子',
    noChildHint: '有了会在这里出现。',
    helper: '看看有哪些小心愿等人接住',
    helperAction: '去看心愿',
    allDone: '都记好了，这阵子没有要办的',
    overdueNever: '还没去过，',
    overdueLast: (last: Day) => `上次去是 ${day(last)}，`,
    overdue: (village: string, name: string) => `该去看看${village}的${name}了`,
    dueUntil: (until: Day) => `${day(until)}前`,
    due: (village: string, name: string, again: boolean) => `${again ? '再去' : '去'}看一次${village}的${name}`,
    dueOthers: (count: number) => `，还有 ${count} 个孩子也等着`,
    contact: (name: string) => `今天和${name}联系过吗？`,
    record: '记一次走访',
    recordContact: '记一次联系',
    year: (owed: number, done: number) => `今年要去 ${owed} 次，已去 ${done} 次`,
    month: (month: number) => `${month} 月`,
    now: '还差',
    missed: '要补',
    notOwed: '不用',
    lastVisit: (last: Day) => `上次去是 ${day(last)}`,
    neverVisited: '今年还没去过',
  },

  visit: {
    nth: (count: number) => `今年第 ${count} 次`,
    today: '今天',
    changeDay: '改日期',
    met: '谁在家',
    topics: '讲了什么',
    topicsHint: '可多选，没讲就不选',
    condition: '孩子怎么样',
    difficulty: '说一句，镇里跟',
    difficultyHint: '比如：棉鞋小了',
    more: '想留点什么',
    optional: '不留也行',
    note: '写一句',
    photo: '拍一张',
    photoHint: '照片不用拍脸，拍作业、院子都行。',
    removePhoto: '拿掉',
    photoAlt: (number: number) => `第 ${number} 张照片`,
    together: '还看了谁',
    save: '存好这次走访',
    footnote: '先存在手机里，有信号就发',
    unanswered: (count: number) => `还有 ${count} 处没答`,
    pick: '点一个再存',
    saved: '存好了',
    unknownChild: '没有找到这个孩子，回首页看看',
    title: (name: string) => `走访${name}`,
  },

  outbox: {
    empty: '手机里的都发出去了',
    refusedCount: (count: number) => `${count} 份没收下，看看原因`,
    waiting: '等信号',
    refused: '没收下',
    send: '再发一次',
    edit: '改一改再发',
    drop: '丢掉这份',
    dropQuestion: '丢掉就找不回来了',
    keep: '先不',
    savedAt: (value: Day, clock: string) => `${day(value)} ${clock} 存的`,
    draft: (name: string) => `走访${name}，还没存好`,
    resume: '接着写',
    begin: '记一次走访',
  },

  contact: {
    question: (name: string) => `今天和${name}联系过吗？`,
    length: '聊了多久？',
    lengthHint: '点一下就记好',
    saved: (kind: string) => `记好了：${kind}`,
    undo: '撤销',
    undone: '撤销了',
    days: (count: number) => `六周来联系过 ${count} 天`,
    rhythm: (weekdays: string) => `六周来，多在${weekdays}`,
    weekday: (name: string) => `周${name}`,
    join: '和',
    none: '从今天开始也不晚',
    thisWeek: '这周',
    today: '今天',
    legend: '漏了哪天也没关系',
    title: (name: string) => `和${name}联系`,
  },

  wish: {
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
  },

  tie: {
    title: '先验证手机号',
    text: '镇里登记过你的手机号，就能对上你和孩子。孩子的事，核对好了才看得到。',
    verify: '验证手机号',
    none: '这个号码没有登记过。请找镇未保站加上，再来点一次。',
    declined: '没有拿到手机号，再点一次就好',
    waiting: '等人核对',
    waitingText: '镇里的人会核对，一般两三天。不用再做什么。',
    home: '去首页',
  },

  me: {
    ties: '我和孩子的关系',
    noTies: '还没有验证过手机号',
    manage: '验证手机号',
    outbox: '手机里还没发的',
    change: '换一个人',
    privacy: '孩子的姓名、住处只给核对过的人看，每次查看都有记录。手机里的草稿只在这台手机上。',
  },
}
