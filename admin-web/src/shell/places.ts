import type { RoleView } from '@generated/schema'

type RoleName = RoleView['role']

/** A place of the console, and who has business there. */
interface Place {
  name: string
  title: string
  /** Only these roles; without it, everybody who answers for children. */
  only?: RoleName[]
}

const APART: RoleName[] = ['SECURITY_ADMIN', 'AUDITOR']
/** Who is on duty when somebody reports danger. */
export const ON_DUTY: RoleName[] = ['CHILD_DIRECTOR', 'CHILD_SUPERVISOR', 'TOWNSHIP_ADMIN', 'COUNTY_ADMIN', 'CITY_ADMIN', 'PROVINCE_ADMIN']
const ABOVE: RoleName[] = ['TOWNSHIP_ADMIN', 'COUNTY_ADMIN', 'CITY_ADMIN', 'PROVINCE_ADMIN']

/** The places in the order of a working day; a group is a stretch between two lines. */
const PLACES: Place[][] = [
  [
    { name: 'coverage', title: '覆盖' },
    { name: 'work', title: '要办的' },
    { name: 'dangers', title: '险情', only: ON_DUTY },
    { name: 'children', title: '儿童' },
    { name: 'pairing', title: '结对' },
    { name: 'families', title: '家庭' },
    { name: 'overdue', title: '走访' },
    { name: 'visits', title: '走访记录' },
    { name: 'wishes', title: '微心愿', only: ON_DUTY },
    { name: 'board', title: '供需对接', only: ON_DUTY },
    { name: 'activities', title: '关爱活动', only: ON_DUTY },
    { name: 'requests', title: '认人' },
  ],
  [
    { name: 'register', title: '台账报表' },
    { name: 'imports', title: '导入', only: [...ABOVE, 'CHILD_SUPERVISOR'] },
  ],
  [
    { name: 'rulebook', title: '规则书' },
    { name: 'regions', title: '区划', only: ABOVE },
    { name: 'accounts', title: '人员账号', only: ['SECURITY_ADMIN'] },
    { name: 'reporter', title: '险情报告人', only: ['SECURITY_ADMIN'] },
    { name: 'audit', title: '查看记录', only: ['AUDITOR'] },
  ],
]

/** The places of a role. */
export function placesOf(role: RoleName): Place[][] {
  return PLACES.map((group) => group.filter((place) => (place.only ? place.only.includes(role) : !APART.includes(role)))).filter((group) => group.length > 0)
}

/** Where a role lands after signing in. */
export function homeOf(role: RoleName): string {
  return placesOf(role)[0]?.[0]?.name ?? 'coverage'
}

/** A page beside others of the same place. */
interface Tab {
  name: string
  title: string
  /** About whole villages and towns: not for a liaison, who answers for the children of one unit. */
  whole?: boolean
}

/** The places that have several pages, and those pages in order. */
export const TABS = {
  families: {
    label: '帮扶的人',
    tabs: [
      { name: 'families', title: '爱心家庭' },
      { name: 'units', title: '帮扶单位' },
      { name: 'volunteers', title: '志愿者', whole: true },
      { name: 'complaints', title: '投诉', whole: true },
      { name: 'area-duties', title: '部门包片' },
      { name: 'local-settings', title: '本地定的数' },
    ],
  },
  overdue: {
    label: '走访',
    tabs: [
      { name: 'overdue', title: '应访未访' },
      { name: 'risk', title: '风险等级', whole: true },
      { name: 'nudges', title: '提醒记录' },
      { name: 'undelivered', title: '没送到的' },
      { name: 'vacations', title: '寒暑假', whole: true },
    ],
  },
  /** A unit sees that its families went; what they found is for those who answer for the children. */
  visits: {
    label: '走访记录',
    tabs: [
      { name: 'visits', title: '走访' },
      { name: 'difficulties', title: '困难', whole: true },
      { name: 'contact-rhythm', title: '亲子联系', whole: true },
      { name: 'festival', title: '春节回不回来', whole: true },
      { name: 'set-aside', title: '另存的', whole: true },
    ],
  },
  board: {
    label: '供需对接',
    tabs: [
      { name: 'board', title: '需求' },
      { name: 'board-offers', title: '能帮的' },
      { name: 'board-dockings', title: '对上的' },
      { name: 'goods', title: '物资' },
    ],
  },
  requests: {
    label: '认人',
    tabs: [
      { name: 'requests', title: '谁是谁' },
      { name: 'invitations', title: '邀请码' },
    ],
  },
  register: {
    label: '台账报表',
    tabs: [
      { name: 'register', title: '台账' },
      { name: 'refresh', title: '三月底更新', whole: true },
      { name: 'quarters', title: '季度结果', whole: true },
    ],
  },
} satisfies Record<string, { label: string; tabs: Tab[] }>

/** The pages of a place a role has business on. */
export function tabsOf(place: keyof typeof TABS, role?: RoleName): Tab[] {
  const tabs: Tab[] = TABS[place].tabs
  return tabs.filter((tab) => !tab.whole || role !== 'UNIT_LIAISON')
}
