import type { UnitLinkView } from '@generated/schema'

/**
 * A link that was entered anew on the day it would have ended is one link: editing a unit's villages writes all of them
 * again. The latest comes first.
 */
export function joinLinks(links: UnitLinkView[]): UnitLinkView[] {
  const joined: UnitLinkView[] = []
  for (const link of [...links].sort((one, other) => one.startsOn.localeCompare(other.startsOn))) {
    const before = joined.find((one) => one.code === link.code && one.supported === link.supported && one.endsOn === link.startsOn)
    if (before) before.endsOn = link.endsOn
    else joined.push({ ...link })
  }
  return joined.sort((one, other) => other.startsOn.localeCompare(one.startsOn) || one.code.localeCompare(other.code))
}
