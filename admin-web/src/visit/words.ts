import type { DifficultyRow, ReleaseView, RemarkRow, SafetyView, SetAsideRow, VisitFile, VisitRow } from '@generated/schema'

export const MET: Record<VisitRow['met'][number], string> = { CHILD: '孩子', GRANDPARENT: '爷爷奶奶', PARENT: '爸妈', OTHER: '别的家人' }

export const WENT: Record<VisitFile['went'][number], string> = { MYSELF: '本人', FAMILY_MEMBER: '家里人', COLLEAGUE: '同事', VILLAGE_STAFF: '村干部', OTHER: '别人' }

export const TOPICS: Record<VisitRow['topics'][number], string> = {
  LIFE_AND_HEALTH: '生命健康',
  SEXUAL_ABUSE: '防性侵',
  DROWNING: '防溺水',
  BULLYING: '防欺凌',
  POLICY: '政策',
  FIRE: '防火',
  TRAFFIC: '交通安全',
}

export const CONDITIONS: Record<NonNullable<VisitRow['condition']>, { mark: string; name: string }> = {
  WELL: { mark: '●', name: '挺好' },
  SO_SO: { mark: '◐', name: '一般' },
  WORRYING: { mark: '▲', name: '让人担心' },
}

export const MISSED: Record<NonNullable<VisitRow['missedReason']>, string> = {
  NOBODY_HOME: '家里没人',
  AWAY: '孩子外出',
  AT_SCHOOL: '孩子在学校',
  IN_HOSPITAL: '孩子住院',
  TURNED_AWAY: '家里不让进',
  ROAD_CLOSED: '路不通',
  OTHER: '别的原因',
}

export const ACTORS: Record<VisitRow['as'], string> = {
  CADRE_FAMILY: '结对家庭',
  CHILD_DIRECTOR: '儿童主任',
  CHILD_SUPERVISOR: '儿童督导员',
  PARENT: '父母',
  CAREGIVER: '照护人',
  VOLUNTEER: '志愿者',
}

export const SAFETY: Record<SafetyView['item'], string> = { ELECTRICITY: '用电', GAS: '用气', WATER: '用水', FIRE: '防火', FOOD: '吃的', WATER_HAZARDS: '附近的水' }

export const FINDINGS: Record<SafetyView['finding'], string> = { FINE: '没问题', REMOVED: '有隐患，当场除了', REPORTED: '有隐患，报上来了' }

export const REMARKS: Record<RemarkRow['kind'], string> = { COMMENT: '留言', QUESTION: '问', ANSWER: '回', THANKS: '谢谢' }

export const AUDIENCES: Record<ReleaseView['audience'], string> = { FAMILY: '以后接手的家庭', PARENT: '孩子的父母' }

export const KINDS: Record<NonNullable<DifficultyRow['kind']>, string> = { MONEY: '经济困难', AFFECTION: '亲情缺失', EDUCATION: '教育缺位', SAFETY: '安全缺保' }

export const CAUSES: Record<SetAsideRow['cause'], string> = {
  SAME_KEY_OTHER_CONTENT: '同一份走访收到两个样子，先到的记上了，这是后到的',
  NOT_PAIRED_THAT_DAY: '那天这家和孩子不在结对期里',
  FACET_CHANGED: '走访记上了；写孩子情况的这几句，别人在这之前刚改过',
}

export const STATES: Record<SetAsideRow['state'], string> = { WAITING: '等着看', RECORDED: '记上了', DISMISSED: '没有记' }

/** How long a child has heard from nobody; what lies before the weeks that are looked at is not known. */
export function silence(weeks: number, of: number): string {
  if (weeks === 0) return '没断'
  return weeks >= of - 1 ? '七周以上' : `${weeks} 周`
}
