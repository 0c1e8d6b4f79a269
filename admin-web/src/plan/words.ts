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
