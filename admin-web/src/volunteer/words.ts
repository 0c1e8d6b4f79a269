import type { VolunteerRow } from '@generated/schema'

export const KINDS: Record<VolunteerRow['kind'], string> = {
  CARING_MOTHER: '爱心妈妈',
  TEACHER: '老师',
  POLICE: '民警',
  MEDIC: '医生护士',
  STUDENT: '大学生',
  ELDER: '五老',
  SOCIAL_WORKER: '社工',
  LEGAL_WORKER: '法律服务',
  COUNSELLOR: '心理咨询',
  NEIGHBOUR: '爱心邻居',
  ORGANISATION: '爱心组织',
  FUND: '爱心基金',
  COMPANY: '爱心企业',
  WORK_TEAM: '工作队',
}

/** Where a volunteer stands, in the order of work. */
export const STANDINGS: Record<VolunteerRow['standing'], string> = {
  TO_CHECK: '等查询、培训',
  TO_CONFIRM: '等确认',
  HELPING: '在帮忙',
  EXPIRED: '过期了',
  SUSPENDED: '停着',
}

/** What is done about one. */
export type VolunteerAct = 'screen' | 'train' | 'complain'

export const TITLES: Record<VolunteerAct, string> = {
  screen: '记下每年查询的结果',
  train: '记下培训的日子',
  complain: '记一件投诉，马上停下',
}
