/** Which columns the list shows: what one works with, what one reports, or whom one calls. */
export const PRESETS = { daily: '日常', report: '上报', contacts: '联系人' } as const

export type Preset = keyof typeof PRESETS

/** The preset an address asks for; what one works with when it asks for none that is known. */
export function presetOf(columns: string | undefined): Preset {
  return columns !== undefined && Object.hasOwn(PRESETS, columns) ? (columns as Preset) : 'daily'
}

/** A list as somebody keeps it: its name, and the address behind it. */
export interface SavedView {
  name: string
  query: Record<string, string>
}

const KEY = 'views:children'

export function savedViews(): SavedView[] {
  try {
    return JSON.parse(localStorage.getItem(KEY) ?? '[]') as SavedView[]
  } catch {
    return []
  }
}

/** Keeps a view under a name; the same name replaces the one before. */
export function saveView(view: SavedView): SavedView[] {
  return write([...savedViews().filter((one) => one.name !== view.name), view])
}

export function dropView(name: string): SavedView[] {
  return write(savedViews().filter((one) => one.name !== name))
}

function write(views: SavedView[]): SavedView[] {
  localStorage.setItem(KEY, JSON.stringify(views))
  return views
}
