import type { Passed, WishRow } from '@generated/schema'

export const KINDS: Record<WishRow['kind'], string> = {
  THING: '东西',
  OUTING: '出去一趟',
  CALL: '通话',
  LESSON: '学本事',
  COMPANY: '陪伴',
}

export const STATES: Record<WishRow['state'], string> = {
  PROPOSED: '等人看',
  RETURNED: '退回改',
  OPEN: '在墙上',
  CLAIMED: '认领了，没定日子',
  ARRANGED: '定好日子了',
  FULFILLED: '送到了',
  CANCELLED: '不用了',
}

export const WAYS: Record<NonNullable<WishRow['way']>, string> = {
  STATION: '送到未保站',
  WITH_FAMILY: '跟结对干部去',
}

export const THANKS: Record<NonNullable<WishRow['thanksState']>, string> = {
  WAITING: '感谢的话等人看',
  SHOWN: '感谢的话对方看到了',
  RETURNED: '感谢的话退回改',
}

export const PHOTOS: Record<NonNullable<WishRow['photoState']>, string> = {
  WAITING: '照片等人看',
  CHECKING: '照片微信在查',
  SHOWN: '照片对方看到了',
  UNSURE: '微信说不准，再看一眼',
  REFUSED: '照片不给对方看',
}

export const STEPS: Record<Passed['step'], string> = {
  PROPOSED: '写下',
  EDITED: '改过',
  RETURNED: '退回改',
  PUBLISHED: '上墙',
  CLAIMED: '认领',
  ARRANGED: '定好日子',
  RELEASED: '退回墙上',
  FULFILLED: '送到',
  PHOTO_SENT: '交来照片',
  PHOTO_RELEASED: '照片看过了，交微信查',
  PHOTO_REFUSED: '照片不给对方看',
  CANCELLED: '不用了',
  THANKED: '写感谢的话',
  THANKS_SHOWN: '给对方看感谢的话',
  THANKS_RETURNED: '感谢的话退回改',
}

/** What the clock or a person gives as a reason in one word. */
export const REASONS: Record<string, string> = {
  EXPIRED: '过了日子没送到',
  ACCESS_LOST: '认领的人不能再帮忙',
  GIVEN_BACK: '自己退回',
  TAKEN_BACK: '镇里收回',
}
