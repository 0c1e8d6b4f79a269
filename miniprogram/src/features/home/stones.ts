import type { Day, Window, WindowState } from '@/api/contract'
import { monthOf, plusDays } from '@/day'

export type StoneShape = 'DONE' | 'NOW' | 'MISSED' | 'AHEAD' | 'NOT_OWED'

/** One window of the year as a stone on the path. */
export interface Stone { shape: StoneShape, place: number, month: number }

const SHAPES: Record<WindowState, StoneShape> = {
  MET: 'DONE',
  DUE: 'NOW',
  OVERDUE: 'MISSED',
  AHEAD: 'AHEAD',
  NOT_OWED: 'NOT_OWED',
}

export function stones(windows: Window[]): Stone[] {
  return windows.map((window, index) => ({
    shape: SHAPES[window.state],
    place: index + 1,
    month: monthOf(lastDay(window)),
  }))
}

/** The windows end before `until`; people say the last day. */
export function lastDay(window: { until: Day }): Day {
  return plusDays(window.until, -1)
}
