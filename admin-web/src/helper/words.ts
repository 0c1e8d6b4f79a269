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
