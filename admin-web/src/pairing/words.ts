import type { EndRequest, EpisodeView } from '@generated/schema'

export const END_REASONS: Record<EndRequest['reason'], string> = {
  HELPER_LEFT: '干部调走、退休或退出',
  BETTER_MATCH: '换更合适的家庭',
  FAMILY_ASKED: '家庭要求',
  CHILD_ASKED: '孩子或监护人要求',
  CHILD_LEFT: '孩子迁走',
  AGED_OUT: '孩子不再属于应结对的情形',
  OTHER: '其他',
}

export const STATUSES: Record<EpisodeView['status'], string> = {
  ACTIVE: '现在',
  ENDED: '结束了',
  REQUESTED: '等人批',
  REJECTED: '没有批',
  UNDONE: '撤销了',
}
