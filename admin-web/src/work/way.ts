import type { LocationQueryRaw, RouteLocationRaw } from 'vue-router'
import type { ItemView } from '@generated/schema'

type To = (name: string, more?: LocationQueryRaw, params?: Record<string, string | number>) => RouteLocationRaw

/** The page on which an item is put right. */
export function way(item: ItemView, to: To): RouteLocationRaw {
  switch (item.action.code) {
    case 'PAIR':
    case 'REPLACE':
      return to('pairing', { child: item.child?.id })
    case 'OPEN_FAMILY':
    case 'SCREEN':
      return to('family', {}, { id: item.familyId ?? 0 })
    case 'OPEN_OVERDUE':
      return to('overdue-lines', { actor: 'CADRE_FAMILY', family: item.familyId })
    case 'END':
      return to('child', { do: 'end' }, { id: item.child?.id ?? 0 })
    case 'FILL_IN_DAY':
      return to('child', { do: 'day' }, { id: item.child?.id ?? 0 })
    case 'COUNT':
      return to('refresh', { village: item.area.code })
    case 'REPORT':
      return to('quarters', { division: item.area.code })
    default:
      return to('child', {}, { id: item.child?.id ?? 0 })
  }
}
