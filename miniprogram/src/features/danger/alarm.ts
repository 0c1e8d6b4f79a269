import type { DangerKind, DangerRequest } from '@/api/contract'
import { begun, type Sheet } from '@/outbox/sheet'

export type Alarm = Sheet<'DANGER'>

/** A report that begins when the page opens: that is when the danger was noticed. */
export function emptyAlarm(key: string, who: string, childId: number | undefined, now: Date): Alarm {
  const at = now.toISOString()
  return begun('DANGER', key, who, { kind: 'OTHER', childId, discoveredAt: at, reportedAt: at }, now)
}

/** What somebody has said so far. */
export interface Said { kind?: DangerKind, childId?: number, childWords?: string, words?: string, called?: boolean }

/** The report as it goes out; the moment of reporting is the first tap, whatever is added later. */
export function reported(alarm: Alarm, said: Said, now: Date): DangerRequest {
  const { discoveredAt, reportedAt } = alarm.content
  const words = said.words?.trim()
  const childWords = said.childWords?.trim()
  return {
    kind: said.kind ?? alarm.content.kind,
    discoveredAt,
    reportedAt: alarm.state === 'WRITING' ? now.toISOString() : reportedAt,
    ...(said.childId !== undefined && { childId: said.childId }),
    ...(childWords && { childWords }),
    ...(words && { words }),
    ...(said.called && { calledPolice: true }),
  }
}

/** What an earlier sitting has said. */
export function saidIn(alarm: Alarm): Said {
  const { kind, childId, childWords, words, calledPolice } = alarm.content
  // Until somebody has chosen, the kind is only a place holder.
  const chosen = alarm.state !== 'WRITING' || kind !== 'OTHER'
  return { childId, childWords, words, called: calledPolice, ...(chosen && { kind }) }
}

const A_DAY = 86_400_000

/** The newest report of the last day, as long as it has gone out or is about to. */
export function lately(alarms: Alarm[], now: number): Alarm | undefined {
  return alarms.filter(alarm => alarm.state !== 'WRITING' && now - Date.parse(alarm.content.reportedAt) < A_DAY)
    .sort((one, other) => one.content.reportedAt.localeCompare(other.content.reportedAt)).pop()
}

const HALF_AN_HOUR = 1_800_000

/** The report to go on with rather than begin anew: one that was not sent, or one of the last half hour. */
export function ongoing(alarms: Alarm[], now: number): Alarm | undefined {
  return alarms.filter(alarm => alarm.state === 'WRITING' || now - Date.parse(alarm.content.reportedAt) < HALF_AN_HOUR).pop()
}
