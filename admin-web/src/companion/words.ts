import type { CompanionEnd, CompanionRow } from '@generated/schema'

export const KINDS: Record<CompanionRow['kind'], string> = {
  STUDY: '一对一助学',
  COMPANY: '陪伴',
}

export const STATUSES: Record<CompanionRow['status'], string> = {
  PROPOSED: '等另一个人点头',
  REFUSED: '没有成',
  ACTIVE: '在陪',
  ENDED: '结束了',
}

export const END_REASONS: Record<CompanionEnd['reason'], string> = {
  DONE: '这一段陪完了',
  CHILD_ASKED: '孩子不想',
  VOLUNTEER_ASKED: '志愿者不方便了',
  VOLUNTEER_STOPPED: '志愿者不再帮忙',
  GIRL_NEEDS_WOMAN: '女孩满八岁，要换女的陪',
  CHILD_LEFT: '孩子离开了',
  OTHER: '别的原因',
}

type Meeting = CompanionRow['meetings'][number]

export const PLACES: Record<Meeting['place'], string> = {
  STATION: '镇未保站',
  SCHOOL: '学校',
  CHILDREN_HOME: '儿童之家',
  OUTDOORS: '外面',
}

export const PRESENT: Record<Meeting['present'][number], string> = {
  GUARDIAN: '家里大人',
  FAMILY: '结对干部',
  DIRECTOR: '儿童主任',
  TEACHER: '老师',
  STATION_STAFF: '未保站的人',
}

export const TELLERS: Partial<Record<Meeting['as'], string>> = {
  VOLUNTEER: '志愿者',
  CADRE_FAMILY: '结对家庭',
  CHILD_DIRECTOR: '儿童主任',
  CHILD_SUPERVISOR: '儿童督导员',
}

/** What a person gives as a reason; the rest happens by itself. */
export const BY_HAND: CompanionEnd['reason'][] = ['DONE', 'CHILD_ASKED', 'VOLUNTEER_ASKED', 'OTHER']
