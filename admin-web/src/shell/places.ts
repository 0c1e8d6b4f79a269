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
    { name: 'requests', title: '认人' },
  ],
  [
    { name: 'register', title: '台账报表' },
    { name: 'imports', title: '导入' },
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
