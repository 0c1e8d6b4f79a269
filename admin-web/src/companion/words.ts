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

/** What a person gives as a reason; the rest happens by itself. */
export const BY_HAND: CompanionEnd['reason'][] = ['DONE', 'CHILD_ASKED', 'VOLUNTEER_ASKED', 'OTHER']
