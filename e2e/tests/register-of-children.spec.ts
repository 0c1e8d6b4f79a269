// The children on file: found, filtered, masked, unmasked for a purpose, and judged anew when what is known of them changes.
import { expect, test, type Page } from '@playwright/test'
import { clerk, counting, look } from './console'
import { make } from './exports'
import { settle, type Plan, type Town } from './town'
import { children } from './workbook'

const PLAN: Plan = {
  name: '枫桥镇',
  villages: ['枫林村', '白鹭村'],
  kids: [
    { name: '巫欣雨', sex: '女', age: 11, village: 0, kind: 'LEFT_BEHIND' },
    { name: '邬信远', sex: '男', age: 13, village: 0, kind: 'POOR' },
    { name: '奚晓星', sex: '女', age: 6, village: 1, kind: 'DISABLED' },
    { name: '席明朗', sex: '男', age: 15, village: 1, kind: 'LEFT_BEHIND' },
    { name: '冼若谷', sex: '男', age: 8, village: 1, kind: 'ORPHAN' },
  ],
  cadres: [{ name: '相文茵', sex: '女', unit: '枫桥镇人民政府', village: 0, takes: 2 }],
}

test.describe.configure({ mode: 'serial' })

let town: Town
let he: Page

test.beforeAll(async ({ browser, baseURL }) => {
  town = await settle(baseURL ?? '', PLAN)
  he = await town.open(browser, town.clerk)
})

const names = () => he.locator('a.name')

/** Opens the one child that is left once the search has been answered. */
async function only(): Promise<void> {
  await expect(names()).toHaveCount(1)
  await names().click()
}

/** Comes to the list from elsewhere: going to the same address again would keep what was searched for. */
async function list(): Promise<void> {
  await he.goto('/admin/')
  await he.getByRole('navigation', { name: '栏目' }).getByRole('link', { name: '儿童' }).click()
  await expect(he.getByRole('heading', { level: 1 })).toHaveText('枫桥镇的儿童，5 名')
}

async function search(words: string): Promise<void> {
  await list()
  await he.keyboard.press('/')
  await he.keyboard.type(words)
  await he.keyboard.press('Enter')
  await expect(he.getByText('你筛了：').first()).toBeVisible()
}

test('a child is found by a part of the name, by pinyin, by initials and by the whole ID number', async () => {
  for (const [words, found] of [
    ['欣雨', ['巫○○']],
    ['wuxin', ['巫○○', '邬○○']],
    ['xxx', ['奚○○']],
    [town.numbers['席明朗']!, ['席○○']],
    [town.numbers['席明朗']!.slice(0, 17), []],
  ] as [string, string[]][]) {
    await search(words)
    await expect(names()).toHaveText(found)
  }
  await expect(he.getByText('没有符合的。')).toBeVisible()
  await look(he, 'children-01-nothing-fits')
})

test('the words searched for stand in no address, but going back and reloading keep them', async () => {
  const asked: string[] = []
  he.on('request', (request) => asked.push(decodeURIComponent(request.url())))
  await search('欣雨')
  expect(he.url()).not.toContain(encodeURIComponent('欣雨'))
  await only()
  await expect(he.getByText(/档案编号/)).toBeVisible()
  await he.goBack()
  await expect(names()).toHaveText(['巫○○'])
  await he.reload()
  await expect(names()).toHaveText(['巫○○'])
  expect(asked.filter((url) => url.includes('欣雨'))).toEqual([])
})

test('filters, order and page are in the address and in words', async () => {
  await list()
  await he.getByLabel('有没有着落').selectOption('没有着落')
  await he.getByLabel('情形').selectOption('农村留守儿童')
  await expect(names()).toHaveText(['巫○○', '席○○'])
  await expect(he).toHaveURL(/which=NOBODY&category=6/)
  await expect(he.getByText('你筛了：没有着落、农村留守儿童')).toBeVisible()
  await he.getByRole('button', { name: '年龄' }).click()
  await expect(he).toHaveURL(/sort=YOUNGEST/)
  await expect(names()).toHaveText(['巫○○', '席○○'])
  await he.getByRole('button', { name: '年龄' }).click()
  await expect(names()).toHaveText(['席○○', '巫○○'])
  await look(he, 'children-02-filtered')
  await he.getByRole('button', { name: '去掉筛选' }).click()
  await expect(he.getByRole('heading', { level: 1 })).toHaveText('枫桥镇的儿童，5 名')
  await he.getByLabel('女孩和女干部').selectOption('八岁以上女孩，没有女干部')
  await expect(names()).toHaveText(['巫○○'])
  await he.getByLabel('哪个村').selectOption('白鹭村')
  await expect(he.getByRole('heading', { level: 1 })).toHaveText('白鹭村的儿童，0 名')
})

test('the list is carried away as it is narrowed and ordered, masked', async () => {
  await he.goto('/admin/children?which=NOBODY&category=6&sort=OLDEST')
  await expect(names()).toHaveText(['席○○', '巫○○'])
  await he.getByRole('button', { name: '做成 Excel…' }).click()
  await expect(he.getByRole('dialog', { name: '把这 2 名孩子做成 Excel' })).toBeVisible()
  await look(he, 'children-07-carry-away')
  const [sheet] = await make(he, he.locator('#tray'))
  await look(he, 'children-08-carried-away')
  const rows = children(sheet!)
  expect(rows.map((row) => row.find((cell) => cell.endsWith('○○')))).toEqual(['席○○', '巫○○'])
  const all = sheet!.rows.flat().join()
  expect(all).toContain('枫桥镇儿童名单')
  expect(all).toContain('没有着落')
  for (const kid of PLAN.kids) expect(all).not.toContain(kid.name)
  await he.keyboard.press('Escape')
})

test('the arrow keys walk through the rows and Enter opens one', async () => {
  await he.goto('/admin/children?sort=OLDEST')
  await expect(names()).toHaveCount(5)
  await names().first().focus()
  await he.keyboard.press('ArrowDown')
  await expect(names().nth(1)).toBeFocused()
  await he.keyboard.press('Enter')
  await expect(he.getByRole('heading', { level: 1 })).toContainText('邬○○')
})

test('the file masks as the list does; a name is shown for a purpose, and the guardian can be told', async ({ browser }) => {
  await search('巫欣雨')
  await only()
  await expect(he.getByRole('heading', { level: 1 })).toContainText('巫○○')
  await expect(he.getByText('巫欣雨')).toHaveCount(0)
  await expect(he.getByText(town.numbers['巫欣雨']!)).toHaveCount(0)
  await look(he, 'children-03-file')
  const number = /档案编号 (\d+)/.exec(await he.getByRole('heading', { level: 1 }).innerText())![1]!
  await he.getByRole('button', { name: '显示姓名…' }).click()
  await expect(he.getByRole('button', { name: '显示姓名', exact: true })).toBeDisabled()
  await he.getByLabel('其他，写一句').check()
  await he.getByRole('textbox', { name: '做什么用' }).fill('送药前对一下')
  await look(he, 'children-04-purpose')
  await he.getByRole('button', { name: '显示姓名', exact: true }).click()
  await expect(he.getByRole('heading', { level: 1 })).toContainText('巫欣雨')
  await expect(he.getByText(town.numbers['巫欣雨']!)).toBeVisible()
  await expect(he.getByText(/显示到 \d\d:\d\d，这次查看已记下/)).toBeVisible()
  await he.getByRole('button', { name: '看谁看过' }).click()
  await expect(he.locator('#readers')).toContainText('其他：送药前对一下')
  await he.reload()
  await expect(he.getByRole('heading', { level: 1 })).toContainText('巫○○')

  const auditor = await clerk(browser, 'sj.jialing')
  const counted = counting(auditor)
  await auditor.getByPlaceholder('档案编号，或监护人带来的身份证号').fill(number)
  await counted.click(auditor.getByRole('button', { name: '看谁看过' }))
  await expect(auditor.getByRole('row').filter({ hasText: '其他：送药前对一下' }).first()).toContainText('显示姓名')
  expect(counted.clicks, 'who looked at this child').toBeLessThanOrEqual(3)
  await expect(auditor.getByText('巫')).toHaveCount(0)
  await look(auditor, 'children-05-auditor')
})

test('what is known changes, and the category follows at once with its clause', async () => {
  await search('巫欣雨')
  await only()
  await expect(he.locator('#verdict')).toContainText('农村留守儿童')
  await expect(he.locator('#verdict')).toContainText('JB-15')
  await expect(he.locator('#verdict')).toContainText('JB-17')
  await he.getByRole('button', { name: '改母亲外出务工' }).click()
  await he.getByLabel('怎么样').selectOption('在家')
  await look(he, 'children-06-fact')
  await he.getByRole('button', { name: '改成这样' }).click()
  await expect(he.getByText('改好了，原来那条划掉了，情形重新算过')).toBeVisible()
  await expect(he.getByText('今天不属于应结对的情形').first()).toBeVisible()
  await he.getByText('划掉的 1 条').click()
  await expect(he.locator('#facts')).toContainText('枫管理')
  await he.getByRole('button', { name: '记一条…' }).click()
  await he.getByLabel('哪方面').selectOption('部门认定')
  await he.getByLabel('怎么样').selectOption('孤儿')
  await he.getByLabel(/从哪天起/).fill('2024-03-01')
  await he.getByRole('button', { name: '记下这条' }).click()
  await expect(he.locator('#verdict')).toContainText('孤儿')
  await he.locator('#verdict').locator('.chip', { hasText: 'JB-07' }).click()
  await expect(he.getByRole('dialog').locator('mark')).toContainText('失去父母或查找不到生父母')
  await he.keyboard.press('Escape')
  await he.goto('/admin/children?category=1&which=ELIGIBLE')
  await expect(names()).toHaveCount(2)
})

test('the place where a parent works is picked by name or pinyin, never typed as a code', async () => {
  await search('席')
  await only()
  await he.getByRole('button', { name: '改父亲外出务工' }).click()
  await he.getByRole('combobox', { name: /在哪里务工/ }).fill('jialing')
  await expect(he.getByRole('listbox', { name: '在哪里务工' }).getByRole('option').first()).toContainText('嘉陵区')
  await he.keyboard.press('Enter')
  await he.getByRole('button', { name: '改成这样' }).click()
  await expect(he.locator('#facts')).toContainText('外出务工（嘉陵区）')
})

test('the ledger keeps thirteen columns with everything that was ever written', async () => {
  for (const words of ['爱画画', '爱画画，想学口琴']) {
    await he.getByRole('button', { name: '写个人爱好' }).click()
    await he.getByRole('textbox', { name: '个人爱好' }).fill(words)
    await he.getByRole('button', { name: '写好个人爱好' }).click()
    await expect(he.locator('#ledger')).toContainText(words)
  }
  await expect(he.locator('#ledger dt')).toHaveCount(13)
  await he.getByText('以前写过 1 次').click()
  await expect(he.locator('#ledger')).toContainText('爱画画（枫管理')
})

test('two who write the same column see both sides, and neither loses a word', async ({ browser }) => {
  const she = await town.open(browser, town.supervisor)
  await she.goto(he.url())
  for (const [page, words] of [
    [he, '爱画画，也爱唱歌'],
    [she, '爱画画，怕生'],
  ] as [Page, string][]) {
    await page.getByRole('button', { name: '写个人爱好' }).click()
    await page.getByRole('textbox', { name: '个人爱好' }).fill(words)
  }
  await he.getByRole('button', { name: '写好个人爱好' }).click()
  await expect(he.locator('#ledger')).toContainText('爱画画，也爱唱歌')
  await she.getByRole('button', { name: '写好个人爱好' }).click()
  const both = she.getByRole('alert', { name: '两边都改了' })
  await expect(both).toContainText('刚才枫管理也改了这条')
  await expect(both).toContainText('爱画画，也爱唱歌')
  await expect(both).toContainText('爱画画，怕生')
  await look(she, 'children-09-two-writers')
  await she.getByRole('textbox', { name: '个人爱好' }).fill('爱画画，也爱唱歌，怕生')
  await both.getByRole('button', { name: '用我的' }).click()
  await expect(she.locator('#ledger')).toContainText('爱画画，也爱唱歌，怕生')
  await she.getByText('以前写过 3 次').click()
  await expect(she.locator('#ledger')).toContainText('爱画画，也爱唱歌（枫管理')
})

test('a file of somewhere else is not there, as one that does not exist', async ({ browser }) => {
  const number = /children\/(\d+)/.exec(he.url())![1]!
  const elsewhere = await clerk(browser, 'hm.jinbao')
  for (const id of [number, '99999999']) {
    await elsewhere.goto(`/admin/children/${id}`)
    await expect(elsewhere.getByText('没有这一页，或不归你管')).toBeVisible()
  }
})
