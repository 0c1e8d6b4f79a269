import type { Import } from '@generated/schema'

/** How far an import is, in words. */
export const STATES: Record<Import['state'], string> = {
  READING: '正在读',
  MAPPING: '等你说哪一列是什么',
  PREVIEW: '等你看一遍再收',
  ACCEPTING: '正在收',
  ACCEPTED: '收下了',
  FAILED: '读不了',
  ABANDONED: '没有收',
}
