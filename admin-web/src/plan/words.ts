import type { PlanView } from '@generated/schema'

export const STATES: Record<PlanView['state'], string> = {
  RUNNING: '正在排',
  FAILED: '没排成',
  CANCELLED: '停了',
  DRAFT: '草稿，可以改',
  SUBMITTED: '等人批',
  APPROVED: '批了，等公布',
  PUBLISHING: '正在公布',
  PUBLISHED: '公布了',
}

/** What the planner is at. */
export const PHASES: Record<string, string> = {
  GATHERING: '正在看有哪些孩子和家庭',
  BOUND: '正在比较各家',
  SIBLINGS: '正在安排兄弟姐妹',
  IMPROVING: '正在调得更好',
  DONE: '快好了',
  PUBLISHING: '正在一个村一个村地结对',
}
