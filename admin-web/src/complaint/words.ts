import type { ComplaintRow } from '@generated/schema'

export const STATES: Record<ComplaintRow['state'], string> = {
  OPEN: '等人查清',
  FOUNDED: '查实了',
  UNFOUNDED: '没有这回事',
}

/** Who complains, by what the person is to the child. */
export const RAISERS: Record<ComplaintRow['raisedAs'], string> = {
  DESK: '镇里记下的',
  CADRE_FAMILY: '结对干部家庭',
  PARENT: '孩子的父母',
  CAREGIVER: '在家照护的人',
  CHILD_DIRECTOR: '儿童主任',
  CHILD_SUPERVISOR: '儿童督导员',
}
