// @vitest-environment jsdom
import fs from 'node:fs'
import { beforeAll, describe, expect, it, vi } from 'vitest'
import { FOLDER, readBuild } from './build'
import { start } from './engine'
import { type FakeWeChat, fakeWeChat } from './wx'
import type { HomeView, WindowState } from '@/api/contract'
import { KEY_A } from '../memory'

const STARTS = ['2026-01-01', '2026-03-01', '2026-05-01', '2026-07-01', '2026-09-01', '2026-11-01', '2027-01-01']
const STATES: WindowState[] = ['MET', 'MET', 'MET', 'MET', 'MET', 'DUE']

const home: HomeView = {
  today: '2026-11-22',
  ties: [{ id: 1, kind: 'CADRE_FAMILY', state: 'CONFIRMED', placeName: '金宝镇' }],
  children: [{
    id: 7, as: 'CADRE_FAMILY', petName: '小满', age: 9, sex: 'FEMALE', villageName: '石马垭村', visitsThisYear: 5,
    windows: STATES.map((state, index) => ({ from: STARTS[index]!, until: STARTS[index + 1]!, state })),
    nextAction: { text: '该去看看了', clause: 'JB-41', until: '2027-01-01' },
  }],
  toConfirm: 0, questions: 0, setAside: 0,
}

/** A small town behind the line. */
function answer({ method, path }: { method: string, path: string }) {
  const words: Record<string, unknown> = {
    'POST /api/phone/session': { token: 't', expiresAt: '', ties: [], vaultKey: KEY_A },
    'GET /api/phone/home': home,
    'GET /api/phone/subscriptions': { templates: [{ templateId: 'due', topic: 'DUE', left: 0 }], weeklyOn: 'SATURDAY', muted: false },
    'GET /api/phone/dangers/phones': [{ name: '110', phone: '110' }, { name: '未保站', phone: '0817-0000000' }],
    'POST /api/phone/visits': { id: 1 },
    'POST /api/phone/dangers': { id: 2 },
  }
  const body = words[`${method} ${path}`]
  return body === undefined ? { status: 404, body: { code: 'NOT_FOUND', title: '' } } : { status: 200, body }
}

let phone: FakeWeChat
let running: ReturnType<typeof start>

const seen = () => running.pages.at(-1)!.box
const find = (id: string) => seen().querySelector<HTMLElement>(`[aria-testid="${id}"]`)
const settled = () => new Promise(resolve => setTimeout(resolve, 60))
const visits = () => phone.sent.filter(({ method, path }) => method === 'POST' && path === '/api/phone/visits')

async function tap(id: string) {
  const button = find(id)
  if (button === null) throw new Error(`Nothing here is called ${id}: ${seen().textContent}`)
  button.dispatchEvent(new MouseEvent('tap', { bubbles: true }))
  await settled()
}

beforeAll(async () => {
  // The engine speaks of lists that uni-app fills a moment later.
  vi.spyOn(console, 'warn').mockImplementation(() => {})
  running = start(readBuild(), navigate => (phone = fakeWeChat(answer, navigate)).wx)
  await settled()
})

describe('the WeChat build on WeChat\'s own component engine', () => {
  it('signs in by itself and shows the child, the year and what to do', () => {
    expect(running.errors).toEqual([])
    expect(find('headline')?.textContent).toContain('12 月 31 日前')
    expect(find('child-card')?.textContent).toContain('小满')
    expect(seen().querySelectorAll('[aria-testid="stone"]')).toHaveLength(6)
    expect(phone.sent[0]).toMatchObject({ method: 'POST', path: '/api/phone/session', data: { code: 'login-code' } })
  })

  it('keeps nothing in plain words', () => {
    const kept = JSON.stringify([...phone.kept.values()])
    expect(phone.kept.size).toBeGreaterThan(0)
    expect(kept).not.toContain('小满')
    expect(kept).not.toContain(KEY_A)
  })

  it('writes a visit without a signal in five taps, keeps it, and sends it once the signal is back', async () => {
    phone.connect(false)
    for (const id of ['record-visit', 'met-GRANDPARENT', 'topic-DROWNING', 'condition-WELL', 'save-visit']) await tap(id)
    expect(phone.said).toContain('存好了')
    expect(find('outbox-bar')?.textContent).toContain('1 份存在手机里')
    phone.connect(true)
    await settled()
    phone.connect(true)
    await settled()
    const delivered = visits().filter(({ data }) => data !== undefined)
    expect(new Set(delivered.map(({ header }) => header['Idempotency-Key'])).size).toBe(1)
    expect(delivered.at(-1)?.data).toMatchObject({ childIds: [7], met: ['GRANDPARENT'], topics: ['DROWNING'], condition: 'WELL', photoIds: [] })
    expect(find('outbox-bar')).toBeNull()
    expect(running.errors).toEqual([])
  })

  it('asks for what is missing and takes it', async () => {
    await tap('record-visit')
    await tap('save-visit')
    expect(find('unanswered')?.textContent).toContain('2')
    await tap('met-NOBODY')
    await tap('reason-AT_SCHOOL')
    await tap('save-visit')
    expect(visits().at(-1)?.data).toMatchObject({ outcome: 'TRIED', missedReason: 'AT_SCHOOL', met: [] })
  })

  it('reports danger in three taps and calls 110', async () => {
    await tap('danger')
    await tap('danger-MISSING')
    await tap('send-danger')
    expect(phone.sent.find(({ path }) => path === '/api/phone/dangers')?.data).toMatchObject({ kind: 'MISSING' })
    expect(find('danger-state')?.textContent).toContain('请马上打 110')
    await tap('call-110')
    expect(phone.dialled).toEqual(['110'])
    running.close()
    await settled()
  })

  it('puts WeChat\'s privacy question on the open page and gives the answer back', async () => {
    const decision = phone.askPrivacy()
    const agree = await vi.waitFor(() => find('privacy-agree') ?? expect.fail('no sheet'))
    expect(fs.readFileSync(`${FOLDER}/components/PrivacySheet.wxml`, 'utf8')).toContain('<button id="agree-privacy"')
    agree.dispatchEvent(new MouseEvent('agreeprivacyauthorization', { bubbles: true }))
    expect(await decision).toEqual({ event: 'agree', buttonId: 'agree-privacy' })
  })

  it('opens every page', async () => {
    for (const page of readBuild().app.pages) {
      running.open(`/${page}?childId=7`)
      await settled()
      expect(seen().textContent, page).not.toBe('')
      running.close()
    }
    expect(running.errors).toEqual([])
  })

  it('asked WeChat for nothing this test does not know', () => expect([...phone.missing]).toEqual([]))
})
