import type { GoodsEntryRow } from '@generated/schema'

export const KINDS: Record<GoodsEntryRow['kind'], string> = { RECEIVED: '收到', ISSUED: '发放', WRITTEN_OFF: '报损', CORRECTION: '冲正' }
