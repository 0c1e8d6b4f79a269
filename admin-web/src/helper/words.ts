import type { FamilyMove, FamilyRow } from '@generated/schema'

export const STATES: Record<FamilyRow['state'], string> = { APPLIED: '等单位确认', CONFIRMED: '在帮', REFUSED: '没有同意', LEFT: '走了' }

export const MOVES: Record<FamilyMove['kind'], string> = {
  APPLIED: '申请',
  CONFIRMED: '单位确认',
  REFUSED: '单位没同意',
  LEFT: '离开',
  RETURNED: '回来',
  TRANSFERRED: '换单位',
  CAPACITY: '改名额',
  SCREENED: '查询记录',
}

/** Who keeps units and settings: the administrators of a place. */
export function administers(role: string | undefined): boolean {
  return role !== undefined && ['TOWNSHIP_ADMIN', 'COUNTY_ADMIN', 'CITY_ADMIN', 'PROVINCE_ADMIN'].includes(role)
}

/** What can be done about a family. */
export type FamilyAct = 'refuse' | 'leave' | 'return' | 'transfer' | 'capacity' | 'adult' | 'screen'

export const TITLES: Record<FamilyAct, string> = {
  refuse: '不同意这户',
  leave: '这户离开',
  return: '这户回来',
  transfer: '换单位',
  capacity: '改名额',
  adult: '加一个上门的人',
  screen: '记查询结果',
}
