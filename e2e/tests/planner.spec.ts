// Many children at once: proposed, thrown away, proposed again, edited, approved by another person, published row by row.
import { expect, test, type Page } from '@playwright/test'
import { look, numbers } from './console'
import { settle, type Kid, type Plan, type Town } from './town'

const girl = (name: string, village: number): Kid => ({ name, sex: '女', age: 10, village, kind: 'LEFT_BEHIND' })
const boy = (name: string, village: number, home?: string): Kid => ({ name, sex: '男', age: 9, village, kind: 'LEFT_BEHIND', home })

const PLAN: Plan = {
  name: '桐林镇',
  villages: ['桐花村', '竹溪村'],
  kids: [
    girl('费雨晴', 0),
    girl('凤若溪', 0),
    girl('伏思雅', 1),
    girl('符清宁', 1),
    boy('干明辉', 0),
    boy('葛子墨', 0),
    boy('耿志远', 1),
    boy('宫天佑', 1, '同家'),
    boy('宫天乐', 1, '同家'),
    { name: '古小满', sex: '女', age: 4, village: 1, kind: 'DISABLED' },
  ],
  cadres: [
    { name: '桂兰心', sex: '女', unit: '桐林镇人民政府', village: 0, takes: 2 },
    { name: '国建业', sex: '男', unit: '桐林镇人民政府', village: 0, takes: 3 },
    { name: '哈志宏', sex: '男', unit: '桐林镇财政所', village: 1, takes: 3 },
    { name: '海文博', sex: '男', unit: '桐林镇财政所', village: 1, takes: 3 },
  ],
}

test.describe.configure({ mode: 'serial' })

let town: Town
let he: Page
let she: Page

test.beforeAll(async ({ browser, baseURL }) => {
  town = await settle(baseURL ?? '', PLAN)
  he = await town.open(browser, town.clerk)
  she = await town.open(browser, town.supervisor)
})

test('a proposal moves nobody, tells why children were left out, and can be thrown away', async () => {
  await he.goto('/admin/')
  await he.getByRole('link', { name: '一起安排' }).click()
  await look(he, 'planner-01-none')
  await propose()
  await expect(he.getByRole('heading', { level: 1 })).toHaveText('10 名孩子，排上 8 名，2 名没排上')
  await look(he, 'planner-02-draft')
  await expect(he.getByText(/离最好的排法最多差 [\d.]+%/)).toBeVisible()
  await he.getByRole('button', { name: '没排上 2' }).click()
  await expect(he.getByRole('row').filter({ hasText: '没排上' })).toHaveCount(2)
  await expect(he.getByRole('row').filter({ hasText: '女干部家庭都满了' })).toHaveCount(2)
  await expect(he.getByRole('row').filter({ hasText: 'JB-24' })).toHaveCount(2)
  await look(he, 'planner-03-left-out')
  await he.getByRole('button', { name: '不要这份了' }).click()
  await expect(he.getByText('停了，谁都没动')).toBeVisible()
  expect(await headline()).toEqual([10, 0, 10])
})

test('brothers go together, girls of eight go to a woman, and nobody gets more than agreed', async () => {
  await he.goto('/admin/plans')
  await propose()
  const rows = await he.locator('table.list tbody tr').allInnerTexts()
  const of = (name: string) => rows.filter((row) => row.startsWith(name)).map((row) => row.split('\t')[2]!.trim().split(' ')[0])
  expect(new Set(of('宫○○')).size).toBe(1)
  for (const girl of ['费○○', '凤○○', '伏○○', '符○○']) expect(['桂兰心', '没排上']).toContain(of(girl)[0])
  const load = (cadre: string) => rows.filter((row) => row.includes(cadre)).length
  expect(load('桂兰心')).toBeLessThanOrEqual(2)
  for (const cadre of ['国建业', '哈志宏', '海文博']) expect(load(cadre)).toBeLessThanOrEqual(3)
})

test('a row is changed by hand and says so', async () => {
  await he.getByRole('button', { name: '给古○○换一户' }).click()
  await he.getByLabel('哪一户').selectOption({ label: '先不排' })
  await look(he, 'planner-04-edit')
  await he.getByRole('button', { name: '换到这一户' }).click()
  const row = he.getByRole('row').filter({ hasText: '古○○' })
  await expect(row).toContainText('没排上')
  await expect(row).toContainText('改过')
  await he.getByRole('button', { name: '给古○○换一户' }).click()
  const wanted = he.getByLabel('哪一户').locator('option', { hasText: '海文博' })
  await he.getByLabel('哪一户').selectOption((await wanted.getAttribute('value')) ?? '')
  await he.getByRole('button', { name: '换到这一户' }).click()
  await expect(row).toContainText('海文博')
  await expect(row).toContainText('改过')
})

test('another person sends it back, and then approves it', async () => {
  await he.getByRole('button', { name: '送去审批' }).click()
  await expect(he.getByText('你自己送的，要另一个人来批')).toBeVisible()
  await she.goto(new URL(he.url()).pathname)
  await look(she, 'planner-05-submitted')
  await she.getByRole('button', { name: '退回去改…' }).click()
  await she.getByLabel('哪里要改').fill('古小满住得远，再看看')
  await she.getByRole('dialog').getByRole('button', { name: '退回去改' }).click()
  await expect(she.getByText('草稿，可以改').first()).toBeVisible()
  await he.reload()
  await expect(he.getByText('古小满住得远，再看看')).toBeVisible()
  await he.getByRole('button', { name: '送去审批' }).click()
  await expect(he.getByText('你自己送的，要另一个人来批')).toBeVisible()
  await she.reload()
  await she.getByRole('button', { name: '批准这份安排' }).click()
  await expect(she.getByRole('button', { name: /^公布，结对 8 名/ })).toBeVisible()
  expect(await headline()).toEqual([10, 0, 10])
})

test('published, every row says what came of it; what changed meanwhile is not overrun', async () => {
  const page = new URL(she.url()).pathname
  await he.goto('/admin/pairing')
  await he.getByRole('region', { name: '等着结对的孩子' }).locator('li', { hasText: '古○○' }).getByRole('button').click()
  await expect(he.locator('.offers header')).toContainText('古○○')
  await he.locator('.offers ol li').first().getByRole('button', { name: /结对$/ }).click()
  await expect(he.getByText(/古○○和.家结对了/)).toBeVisible()
  await he.goto(page)
  await he.getByRole('button', { name: /^公布，结对 8 名/ }).click()
  await look(he, 'planner-06-publish')
  await he.getByRole('button', { name: '公布这份安排' }).click()
  await expect(he.getByRole('heading', { level: 1 })).toHaveText('结对成 7 名，1 名情况变了没结成')
  await expect(he.getByRole('row').filter({ hasText: '结对了' })).toHaveCount(7)
  await expect(he.getByRole('row').filter({ hasText: '已经有人家带了' })).toHaveCount(1)
  await look(he, 'planner-07-published')
  expect(await headline()).toEqual([10, 8, 2])
})

async function propose(): Promise<void> {
  await he.getByRole('button', { name: '给没有着落的孩子排一遍' }).click()
  await expect(he.getByText('草稿，可以改').first()).toBeVisible({ timeout: 30_000 })
}

async function headline(): Promise<number[]> {
  await he.goto('/admin/')
  await expect(he.getByRole('heading', { level: 1 })).toContainText('桐林镇')
  return numbers(he)
}
