// @vitest-environment jsdom
import fs from 'node:fs'
import { beforeAll, describe, expect, it, vi } from 'vitest'
import { FOLDER, readBuild } from './build'
import { start } from './engine'
import { type FakeWeChat, fakeWeChat } from './wx'
import type { HomeView, VisitRequest, WindowState, WishView } from '@/api/contract'
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

const wish: WishView = {
  id: 3, kind: 'THING', state: 'OPEN', what: '一双 36 码的棉雨鞋', why: '冬天上学路上总是湿的', alias: '小松', ageBand: '9～10 岁',
  townshipName: '金宝镇', valueCapYuan: 100, mine: false, ofMyChild: false,
}
let onTheWall = wish

/** A small town behind the line. */
function answer({ method, path }: { method: string, path: string }) {
  if (path.startsWith('/api/phone/wishes')) return { status: 200, body: wishes(method, path) }
  const words: Record<string, unknown> = {
    'POST /api/phone/session': { token: 't', expiresAt: '', ties: [], vaultKey: KEY_A },
    'GET /api/phone/home': home,
    'GET /api/phone/subscriptions': { templates: [{ templateId: 'due', topic: 'DUE', left: 0 }], weeklyOn: 'SATURDAY', muted: false },
    'GET /api/phone/dangers/phones': [{ name: '110', phone: '110' }, { name: '未保站', phone: '0817-0000000' }],
    'GET /api/phone/ties': { ties: [] },
    'GET /api/phone/volunteer/code': { version: '2026-1', text: '不打听孩子的家事，不拍孩子。' },
    'GET /api/phone/volunteer/townships': [{ code: '511304114', name: '金宝镇' }],
    'PUT /api/phone/volunteer': { name: '文小禾', kind: 'CARING_MOTHER' },
    'POST /api/phone/visits': { id: 1 },
    'POST /api/phone/dangers': { id: 2 },
  }
  const body = words[`${method} ${path.split('?')[0]}`]
  return body === undefined ? { status: 404, body: { code: 'NOT_FOUND', title: '' } } : { status: 200, body }
}

/** One wish on the wall, which can be promised, arranged and given back; the child itself has none. */
function wishes(method: string, path: string): WishView | WishView[] {
  if (path.startsWith('/api/phone/wishes/of-child/')) return []
  if (method === 'POST') onTheWall = { ...wish, state: 'CLAIMED', mine: true, arrangeBy: '2026-11-29' }
  if (method === 'PUT') onTheWall = { ...onTheWall, deliverBy: '2026-11-30', way: 'STATION' }
  if (method === 'DELETE') onTheWall = wish
  return path === '/api/phone/wishes' ? [onTheWall] : onTheWall
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

/** A sheet slides in. */
const appeared = (id: string) => vi.waitFor(() => find(id) ?? expect.fail(`no ${id}: ${seen().textContent}`), 3000)

/** What WeChat's own elements say when somebody chose or typed. */
async function say(id: string, event: string, value: string) {
  const element = find(id)
  if (element === null) throw new Error(`Nothing here is called ${id}: ${seen().textContent}`)
  Object.assign(element, { value })
  element.dispatchEvent(new CustomEvent(event, { bubbles: true, detail: { value } }))
  await settled()
}
/** Whether a button is not to be pressed, as the page tells WeChat. */
const isOff = (id: string) => { const off = find(id)?.getAttribute('disabled'); return off !== null && off !== undefined && off !== 'false' }
const change = (id: string, value: string) => say(id, 'change', value)
const type = (id: string, value: string) => say(id, 'input', value)

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

  it('takes along on a visit what the child lacks', async () => {
    for (const id of ['record-visit', 'met-CHILD', 'condition-WELL', 'extra-needs', 'need-0-kind-MONEY']) await tap(id)
    await type('need-0-what', '下学期的生活费')
    await type('need-0-many', '600')
    await tap('save-visit')
    expect(find('unanswered')?.textContent, 'money has a purpose').toContain('1')
    await type('need-0-purpose', '交学校食堂')
    await tap('save-visit')
    const { needs } = visits().at(-1)?.data as VisitRequest
    expect(needs).toMatchObject([{ childId: 7, need: { category: 'MONEY', what: '下学期的生活费', quantity: 600, measure: '元', purpose: '交学校食堂' } }])
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

  it('promises a wish, arranges its day and gives it back with a reason, each on a sheet of its own', async () => {
    running.open('/features/wish/WishPage')
    await settled()
    await tap('take-wish')
    expect((await appeared('wish-sheet')).textContent).toContain('冬天上学路上总是湿的')
    await tap('agree')
    expect((await appeared('arrange-sheet')).textContent).toContain('棉雨鞋')
    expect(isOff('arrange')).toBe(true)
    await change('deliver-day', '2026-11-30')
    await tap('arrange')
    expect(phone.sent.find(({ method, path }) => method === 'PUT' && path === '/api/phone/wishes/3/arrangement')?.data)
      .toEqual({ deliverBy: '2026-11-30', way: 'STATION' })
    expect(find('deliver-by')?.textContent).toContain('11 月 30 日')
    await tap('give-back')
    await appeared('reason-sheet')
    await tap('reason')
    expect(phone.sent.some(({ method, path }) => method === 'DELETE' && path.startsWith('/api/phone/wishes/3/claim?reason='))).toBe(true)
    await appeared('take-wish')
    running.close()
    await settled()
    expect(running.errors).toEqual([])
  })

  it('registers a volunteer who has read and signed the code of conduct', async () => {
    running.open('/features/membership/TiePage')
    await settled()
    await tap('by-volunteer')
    expect(find('conduct')?.textContent).toContain('不拍孩子')
    for (const [field, text] of [['volunteer-name', '文小禾'], ['id-number', '00000019900101000x'], ['place-name', '金宝']] as const) await type(field, text)
    await tap('find-place')
    await tap('found-place')
    // WeChat itself keeps taps off a disabled button; the engine only tells.
    expect(isOff('register')).toBe(true)
    await tap('sign-YES')
    expect(isOff('register')).toBe(false)
    await tap('register')
    expect(phone.sent.find(({ method, path }) => method === 'PUT' && path === '/api/phone/volunteer')?.data).toMatchObject({
      kind: 'CARING_MOTHER', name: '文小禾', idNumber: '00000019900101000X', divisionCode: '511304114', codeVersion: '2026-1' })
    running.close()
    await settled()
    expect(running.errors).toEqual([])
  })

  it('does not say that nothing waits when it could not read what does', async () => {
    for (const page of ['confirm/ConfirmPage', 'round/RoundPage']) {
      running.open(`/features/${page}`)
      await appeared('state-failed')
      expect(find('headline'), page).toBeNull()
      running.close()
      await settled()
    }
  })

  it('opens every page, and none stumbles over what it is answered', async () => {
    const complaints = vi.spyOn(console, 'error').mockImplementation(() => {})
    for (const page of readBuild().app.pages) {
      running.open(`/${page}?childId=7`)
      await settled()
      expect(seen().textContent, page).not.toBe('')
      running.close()
    }
    expect(complaints.mock.calls).toEqual([])
    complaints.mockRestore()
    expect(running.errors).toEqual([])
  })

  it('asked WeChat for nothing this test does not know', () => expect([...phone.missing]).toEqual([]))
})
