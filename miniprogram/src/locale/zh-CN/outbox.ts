import { day } from './days'
import type { Day, SetAsideState } from '@/api/contract'

const setAside: Record<SetAsideState, string> = { WAITING: '等镇里看', RECORDED: '镇里记上了', DISMISSED: '镇里没记' }

export const outbox = {
  title: '手机里的',
  empty: '手机里的都发出去了',
  begunCount: (count: number) => `${count} 份还没写完`,
  stoppedCount: (count: number) => `${count} 份要你看一看`,
  kinds: {
    VISIT: (who: string) => `走访${who}`,
    CONTACT: (who: string) => `和${who}联系`,
    DANGER: () => '孩子有危险的报告',
    CONFIRMATION: (who: string) => `${who}，你点过了`,
    WISH: (who: string) => `${who}的小心愿`,
    ARRIVAL: (who: string) => `${who}的心愿送到了`,
    THANKS: (who: string) => `${who}说的谢谢`,
  },
  states: { WRITING: '没写完', WAITING: '存在手机里', SENDING: '正在发', SENT: '发到了', STOPPED: '有冲突，看一看' },
  setAsideTitle: '有冲突的走访',
  setAside,
  elsewhere: '另一部手机上没写完的',
  decision: (words: string) => `镇里说：${words}`,
  send: '再发一次',
  edit: '改一改再发',
  drop: '丢掉这份',
  dropQuestion: '丢掉就找不回来了',
  keep: '先不',
  savedAt: (value: Day, clock: string) => `${day(value)} ${clock} 存的`,
  sentAt: (value: Day, clock: string) => `${day(value)} ${clock} 发到`,
  triedTimes: (count: number) => `试过 ${count} 次`,
  resume: '接着写',
  kept: '镇里留着这一份，会有人看。这里不用再做什么。',
}
