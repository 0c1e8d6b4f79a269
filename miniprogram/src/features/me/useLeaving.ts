import { call } from '@/api'
import type { TieView } from '@/api/contract'
import { useDeed } from '@/app/useDeed'
import { holder } from '@/keeping'
import { t } from '@/locale'
import { platform } from '@/platform'

/** The ways out: of one tie, of this phone, of all phones. What was not sent stays sealed until its writer is back. */
export function useLeaving() {
  const { said, failed, run } = useDeed()

  async function giveUp(tie: TieView): Promise<void> {
    if (!(await sure(t.me.leaveTie(t.tie(tie.kind)), t.me.leaveQuestion, t.me.leave))) return
    if (await run(() => call('DELETE /api/phone/ties/{id}', { path: { id: tie.id } }))) await out()
  }

  /** Signing out of this phone works without a signal too; the token then dies by itself. */
  async function leaveHere(): Promise<void> {
    if (!(await sure(t.me.signOut, t.me.signOutQuestion, t.me.signOutDo))) return
    await change()
  }

  async function leaveEverywhere(): Promise<void> {
    if (!(await sure(t.me.everywhere, t.me.signOutQuestion, t.me.signOutDo))) return
    if (await run(() => call('DELETE /api/phone/session/everywhere', {}))) await out()
  }

  async function change(): Promise<void> {
    if (holder.token !== undefined) await call('DELETE /api/phone/session', {}).catch(() => {})
    await out()
  }

  async function out(): Promise<void> {
    await holder.leave()
    platform.become(undefined)
    uni.reLaunch({ url: '/features/session/SignInPage' })
  }

  return { said, failed, giveUp, leaveHere, leaveEverywhere, change }
}

function sure(title: string, content: string, confirmText: string): Promise<boolean> {
  return new Promise((resolve) => {
    // WeChat takes four characters on a button of its own.
    uni.showModal({
      title, content, confirmText: confirmText.slice(0, 4), cancelText: t.me.keep,
      success: answer => resolve(answer.confirm), fail: () => resolve(false),
    })
  })
}
