// What was left undone, and what one does about it: the list by family, village and unit, one nudge with its history, days on
// which nobody has to go, and the risk tier of a child.
import { expect, test, type Page } from '@playwright/test'
import { look } from './console'
import { settle, type Kid, type Plan, type Town } from './town'

const kid = (name: string, village: number, more: Partial<Kid> = {}): Kid => ({ name, sex: '男', age: 9, village, kind: 'LEFT_BEHIND', ...more })

const PLAN: Plan = {
  name: '枣园镇',
  villages: ['枣花村', '石桥村'],
  since: 200,
  kids: [kid('乐正平', 0), kid('雷远山', 0), kid('练春和', 1, { sex: '女', age: 6 })],
  cadres: [
    { name: '廉如玉', sex: '女', unit: '枣园镇人民政府', village: 0, takes: 3 },
    { name: '凌志远', sex: '男', unit: '枣园镇中心小学', village: 1, takes: 3 },
  ],
}

test.describe.configure({ mode: 'serial' })

let town: Town
let he: Page
let child: Record<string, number>

const day = (back: number) => {
  const now = new Date(Date.now() + 8 * 3_600_000)
  now.setUTCDate(now.getUTCDate() - back)
  return now.toISOString().slice(0, 10)
}

test.beforeAll(async ({ browser, baseURL }) => {
  town = await settle(baseURL ?? '', PLAN)
  const { rows } = await town.clerk.get(`/api/admin/children?division=${town.code}&size=50`)
  child = Object.fromEntries(rows.map((row: { name: string; id: number }) => [row.name[0], row.id]))
  const { byFamily } = await town.clerk.get(`/api/admin/coverage?division=${town.code}`)
  if (!byFamily) {
    const families = (await town.clerk.get(`/api/admin/families?division=${town.code}`)).rows as { id: number; cadreName: string }[]
    const family = (cadre: string) => families.find((one) => one.cadreName === cadre)!.id
    const pair = (familyName: string, cadre: string) => town.clerk.post('/api/admin/pairings', { childId: child[familyName], familyId: family(cadre), startsOn: day(190) })
    await pair('乐', '廉如玉')
    await pair('雷', '廉如玉')
    await pair('练', '凌志远')
  }
  he = await town.open(browser, town.clerk)
})

const open = (address: string) => he.goto(`/admin/${address}`)
const heading = () => he.getByRole('heading', { level: 1 })

test('the list says who has not been visited, by family, by village and by unit, and opens the children behind it', async () => {
  await open('overdue')
  await expect(heading()).toHaveText(/^枣园镇应访未访 2 户、3 名孩子，最久 \d+ 天$/)
  await expect(he.getByRole('row')).toHaveCount(3)
  await look(he, 'overdue-by-family')
  await he.getByLabel('怎么排').selectOption('按村')
  await expect(he.getByRole('rowheader', { name: '枣花村' })).toBeVisible()
  await expect(he.getByRole('row', { name: /枣花村/ })).toContainText('2')
  await he.getByLabel('怎么排').selectOption('按单位')
  await expect(he.getByRole('rowheader', { name: '枣园镇中心小学' })).toBeVisible()
  await he.getByLabel('怎么排').selectOption('按户')
  await he.getByRole('link', { name: '廉家' }).click()
  await expect(heading()).toHaveText('枣园镇结对家庭过了没做的，2 件')
  await expect(he.getByRole('row', { name: /乐○○/ })).toContainText('JB-41')
  await expect(he.getByText('乐正平')).toHaveCount(0)
  await look(he, 'overdue-lines')
})

test('one press nudges every family once, can be taken back for a minute, and stands in the history', async () => {
  await open('overdue')
  await he.getByRole('button', { name: '提醒 2 户' }).click()
  await expect(he.getByRole('status').filter({ hasText: '记下了，提醒 2 户' })).toBeVisible()
  await he.getByRole('button', { name: '撤销', exact: true }).click()
  await expect(he.getByText('撤了，没有发出去')).toBeVisible()
  await he.getByRole('button', { name: '提醒廉家' }).click()
  await expect(he.getByRole('status').filter({ hasText: '记下了，提醒 1 户' })).toBeVisible()
  await expect(he.getByRole('row', { name: /廉家/ })).toContainText('今天提醒过')
  await he.getByRole('button', { name: '提醒 2 户' }).click()
  await expect(he.getByRole('status').filter({ hasText: '另外 1 个今天已经提醒过' })).toBeVisible()
  await expect(he.getByRole('button', { name: /^提醒/ })).toHaveCount(0)
  await look(he, 'overdue-nudged')
  await he.getByRole('link', { name: '提醒记录' }).click()
  await expect(heading()).toHaveText('提醒记录，4 条')
  await expect(he.getByRole('row', { name: /撤了/ })).toHaveCount(2)
  await expect(he.getByRole('row', { name: /廉家/ }).first()).toContainText('枣管理')
  await look(he, 'overdue-nudges')
})

test('days on which nobody has to go, with a reason, take a child off the list until they are taken back', async () => {
  await open(`children/${child['练']}`)
  const owed = he.locator('#owed')
  await owed.getByRole('button', { name: '这段日子不用去…' }).click()
  const form = he.getByRole('dialog', { name: '这段日子不用上门' })
  await form.getByLabel('住院').check()
  await form.getByLabel(/写一句/).fill('县医院，出院再去')
  await form.getByLabel('从哪天').fill(day(195))
  await form.getByLabel('到哪天').fill(day(-30))
  await look(he, 'overdue-waiver')
  await form.getByRole('button', { name: '这段日子不用去' }).click()
  await expect(owed.getByText('县医院，出院再去')).toBeVisible()
  await expect(owed).toContainText('这段日子不用去')
  await open('overdue')
  await expect(heading()).toHaveText(/^枣园镇应访未访 1 户、2 名孩子/)
  await open(`children/${child['练']}`)
  await owed.getByRole('button', { name: '收回' }).click()
  await expect(he.getByText('从今天起要照常去了')).toBeVisible()
  await look(he, 'overdue-waiver-ended')
})

test('a tier is raised by whoever is worried and lowered only with a reason', async () => {
  await open(`children/${child['雷']}`)
  const risk = he.locator('#risk')
  await risk.getByRole('button', { name: '定等级…' }).click()
  const form = he.getByRole('dialog', { name: '定风险等级' })
  await form.getByRole('radio', { name: '高', exact: true }).check()
  await form.getByRole('button', { name: '定成“高”' }).click()
  await expect(risk).toContainText('有人定的')
  await open('overdue/risk')
  await expect(heading()).toHaveText('1 名孩子定了风险等级，1 名是高风险')
  await look(he, 'overdue-risk')
  await he.getByRole('link', { name: '雷○○' }).click()
  await risk.getByRole('button', { name: '调等级…' }).click()
  await form.getByRole('radio', { name: '低', exact: true }).check()
  await form.getByRole('button', { name: '定成“低”' }).click()
  await expect(form).toBeVisible()
  await form.getByLabel('为什么调低').fill('奶奶搬来同住，隔天有人看')
  await look(he, 'overdue-tier')
  await form.getByRole('button', { name: '定成“低”' }).click()
  await expect(risk.getByRole('listitem').first()).toContainText('奶奶搬来同住')
  await expect(risk.getByRole('listitem')).toHaveCount(2)
})
