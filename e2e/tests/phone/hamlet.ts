// The people around three homes, each with a phone: what the journeys of the phone begin with.
import { expect, type Browser, type Page } from '@playwright/test'
import { look as lookAt } from '../console'
import { Person } from '../people'
import { phone } from '../phone'
import { settle, type Plan, type Town } from '../town'

const PLAN: Plan = {
  name: '听雨镇',
  villages: ['芭蕉村', '石桥村'],
  since: 100,
  kids: [
    { name: '何雨桐', sex: '女', age: 9, village: 0, kind: 'ORPHAN' },
    { name: '孟小川', sex: '男', age: 8, village: 0, kind: 'LEFT_BEHIND', home: '8 号', carer: '父亲' },
    { name: '孟小溪', sex: '女', age: 6, village: 0, kind: 'LEFT_BEHIND', home: '8 号' },
    { name: '秦朗', sex: '男', age: 12, village: 1, kind: 'DISABLED' },
  ],
  cadres: [{ name: '曹月华', sex: '女', unit: '镇政府', village: 0, takes: 2 }],
}

export const GIRL = 0
export const BOY = 1

/** The town with its rule books; the director's rhythm by tier comes from 广东 2024-32. */
export async function hamlet(base: string): Promise<Town> {
  const town = await settle(base, PLAN)
  const county = await Person.called(base, 'zy.jialing')
  // Another journey of this town may have done so before.
  await county.post('/api/admin/adoptions', { book: 'GD', division: town.code, from: '2024-04-18' }).catch((refused: Error) => {
    if (!refused.message.includes('ALREADY_THERE')) throw refused
  })
  return town
}

/** The child's id, found by the family name, which the list shows. */
export async function idOf(town: Town, kid: number): Promise<number> {
  const { rows } = await town.clerk.get(`/api/admin/children?division=${town.code}&size=100`)
  const wanted = town.kids[kid]!
  const found = rows.find((row: { name: string; age: number }) => row.name.startsWith(wanted.name[0]!) && row.age === wanted.age)
  return found.id
}

/** The number on file of the cadre, or of whoever looks after a child. */
export const numberOfCadre = (town: Town, cadre = 0) => `140${town.code.slice(-3)}${90_000 + cadre}`
export const numberOfCarer = (town: Town, kid: number) => `140${town.code.slice(-3)}${String(kid).padStart(5, '0')}`

/** Pairs the girl with the cadre's family, unless she is. */
export async function pair(town: Town): Promise<void> {
  const childId = await idOf(town, GIRL)
  const { suitable } = await town.clerk.get(`/api/admin/children/${childId}/candidates`)
  if (!suitable?.length) return
  const startsOn = new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10)
  await town.clerk.post('/api/admin/pairings', { childId, familyId: suitable[0].familyId, startsOn })
}

/** Somebody's phone, verified by WeChat and confirmed at the desk. */
export async function holding(browser: Browser, town: Town, nickname: string, number: string): Promise<Page> {
  const page = await phone(browser, town.base, nickname, number)
  const token = await tokenOf(town, nickname)
  const person = await personOf(town, nickname)
  const { code } = await post(town, `/sandbox/wechat/people/${person}/phone-code`, {})
  await post(town, '/api/phone/session/phone-number', { code }, token)
  return confirmed(page, town)
}

/** The phone of a village's child director, by the code the desk has made. */
export async function director(browser: Browser, town: Town, nickname: string, number: string): Promise<Page> {
  const page = await phone(browser, town.base, nickname, number)
  const { code } = await town.clerk.post('/api/admin/invitations/staff', { kind: 'CHILD_DIRECTOR', division: town.villageCodes[0], name: nickname })
  await post(town, '/api/phone/invitations/redemption', { code }, await tokenOf(town, nickname))
  return confirmed(page, town)
}

/** The console on a clerk's screen, although the journey is a phone's. */
export async function desk(browser: Browser, who: Person): Promise<Page> {
  const screen = { viewport: { width: 1366, height: 768 }, deviceScaleFactor: 1, isMobile: false, hasTouch: false }
  const page = await (await browser.newContext({ ...screen, storageState: await who.session() })).newPage()
  await page.goto('/admin/')
  await expect(page.getByRole('navigation', { name: '栏目' })).toBeVisible()
  return page
}

/** A photograph in the size of a phone, and no serious barrier. */
export async function look(page: Page, name: string): Promise<void> {
  await page.setViewportSize({ width: 390, height: 844 })
  await lookAt(page, name)
}

/** Sends two visits under one key, as a phone does whose first letter was changed on the way. */
export async function sendTwice(town: Town, nickname: string, child: number, notes: string[]): Promise<void> {
  const token = await tokenOf(town, nickname)
  const key = crypto.randomUUID()
  const visitedOn = new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10)
  for (const note of notes) {
    await fetch(`${town.base}/api/phone/visits`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', Authorization: `Bearer ${token}`, 'Idempotency-Key': key },
      body: JSON.stringify({ childIds: [child], visitedOn, met: ['CHILD'], topics: [], condition: 'WELL', photoIds: [], note }),
    })
  }
}

async function confirmed(page: Page, town: Town): Promise<Page> {
  const { rows } = await town.clerk.get('/api/admin/memberships?state=REQUESTED&size=100')
  for (const request of rows) await town.clerk.post(`/api/admin/memberships/${request.id}/confirmation`, {})
  await page.setViewportSize({ width: 390, height: 844 })
  await page.goto('/h5/')
  await page.reload()
  await expect(page.getByTestId('home')).toBeVisible()
  return page
}

async function personOf(town: Town, nickname: string): Promise<string> {
  const people: { openid: string; nickname: string }[] = await (await fetch(`${town.base}/sandbox/wechat/people`)).json()
  return people.find((one) => one.nickname === nickname)!.openid
}

async function tokenOf(town: Town, nickname: string): Promise<string> {
  const { code } = await post(town, `/sandbox/wechat/people/${await personOf(town, nickname)}/login-code`, {})
  return (await post(town, '/api/phone/session', { code })).token
}

async function post(town: Town, path: string, body: unknown, token = '') {
  const answer = await fetch(town.base + path, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', ...(token ? { Authorization: `Bearer ${token}` } : {}) },
    body: JSON.stringify(body),
  })
  if (!answer.ok) throw new Error(`${path}: ${await answer.text()}`)
  return answer.json()
}
