import { call } from '@/api'
import type { SubscribeResult, SubscribeTopic, SubscriptionsView } from '@/api/contract'
import { copies } from '@/keeping'
import { lastCopy } from '@/keeping/useCopy'
import { newKey } from '@/outbox/key'
import { platform } from '@/platform'

const NAME = 'messages'
const WORDS: Record<string, SubscribeResult> = { accept: 'ACCEPT', reject: 'REJECT', ban: 'BAN', filter: 'FILTER' }

export async function knowMessages(): Promise<SubscriptionsView> {
  return keep(await call('GET /api/phone/subscriptions', {}))
}

/**
 * Lets WeChat ask whether we may remind this person, if no message is left to send. It has to be called in the tap
 * itself, so that it reads only what is on the phone; without WeChat, or when nothing is known, nobody is asked.
 */
export async function askForMessages(topic: SubscribeTopic): Promise<void> {
  const known = lastCopy<SubscriptionsView>(NAME)?.templates.filter(one => one.topic === topic && one.left < 1) ?? []
  if (!platform.inWeChat || known.length === 0) return
  const said = await platform.askMessages(known.map(one => one.templateId))
  const answers = Object.entries(said).flatMap(([templateId, word]) => {
    const result = WORDS[word]
    return result === undefined ? [] : [{ templateId, result }]
  })
  if (answers.length === 0) return
  // Not counted is not sent: the worst that a lost answer does is that somebody is asked once more.
  await call('POST /api/phone/subscriptions/answers', { key: newKey(), body: { answers } }).then(keep).catch(() => {})
}

export function keep(view: SubscriptionsView): SubscriptionsView {
  copies.put(NAME, view)
  return view
}
