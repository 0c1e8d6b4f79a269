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

/** Whether a job is at work on it; it goes on when nobody looks. */
export function working(one: Import | undefined): boolean {
  return one?.state === 'READING' || one?.state === 'ACCEPTING'
}

/** 1,200 */
export function many(rows: number): string {
  return rows.toLocaleString('zh-CN')
}

/** How far a job is: in rows, in words, and in hundredths; without the last while nobody can tell. */
export function progressOf(one: Import): { words: string; percentage?: number } {
  const reading = one.state === 'READING'
  const done = reading ? one.readRows : one.preparedRows
  if (!one.totalRows) return { words: '正在打开文件' }
  if (!reading && done >= one.totalRows) return { words: `${many(one.totalRows)} 行都备好了，正在一次收下` }
  return { words: `${reading ? '已读' : '已备好'} ${many(done)} / ${many(one.totalRows)} 行`, percentage: Math.floor((100 * done) / one.totalRows) }
}

/** 12 月 26 日 */
export function dayOf(date: string): string {
  const [, month, day] = date.split('-').map(Number)
  return `${month} 月 ${day} 日`
}
