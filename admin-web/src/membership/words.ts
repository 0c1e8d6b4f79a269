import type { AccessRequest, MembershipView } from '@generated/schema'

export const KINDS: Record<MembershipView['kind'], string> = {
  CADRE_FAMILY: '结对家庭',
  PARENT: '家长',
  CAREGIVER: '照料人',
  VOLUNTEER: '志愿者',
  CHILD_DIRECTOR: '儿童主任',
  CHILD_SUPERVISOR: '儿童督导员',
}

export const STATES: Record<MembershipView['state'], string> = {
  REQUESTED: '等着认',
  CONFIRMED: '认过了',
  REFUSED: '没认',
  REVOKED: '收回了',
}

/** What to look at twice before confirming. */
export const WARNINGS: Record<MembershipView['warnings'][number], string> = {
  KEPT_AWAY: '册上写明现在不能接触孩子，不能确认',
  NUMBER_OF_TWO: '这个号在册上是两个人的',
  NUMBER_DIFFERS: '和册上的号不一样',
  NUMBER_NOT_ON_FILE: '册上没有号可比',
  NOT_VERIFIED: '没验证手机号',
  ANOTHER_PHONE: '已有别的手机认作这个人',
  REFUSED_BEFORE: '以前没认过或收回过',
  NUMBER_CHANGED: '换了号，要重新认',
  LONG_AWAY: '两个月没来，要重新认',
  FAMILY_LEFT: '这家已退出，不能确认',
}

/** What an adult on file may have to do with the child; everybody but an open one gets nothing at all. */
export const ACCESS: Record<AccessRequest['access'], { name: string; more: string; button: string }> = {
  SUSPECTED: { name: '先防着', more: '有人担心，还没定论', button: '先防着这个人' },
  RESTRAINED: { name: '不许接触', more: '法院或部门下了令', button: '不许接触' },
  REVOKED: { name: '监护权撤销了', more: '法院撤销了监护人资格', button: '记下监护权撤销了' },
  OPEN: { name: '可以接触', more: '查清了，没有问题', button: '可以接触了' },
}
