// From the workbook of a township to its children on file: looked at before anything is taken, corrected, taken again, left and
// come back to. The sample workbook is entered into a town of this journey's own, with numbers nobody else has.
import fs from 'node:fs'
import { expect, test, type Page } from '@playwright/test'
import { counting, look } from './console'
import { workbook } from './newbook'
import { Person } from './people'
import { ROSTER } from './roster'
import { checkDigit, found, idNumber, type Ground } from './town'
import { corrected, retold, sheets } from './workbook'

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
const JINBAO = '511304114'
const CHILDREN = '儿童花名册'
const MANY = 20_000

test.describe.configure({ mode: 'serial' })

let town: Ground
let he: Page

test.beforeAll(async ({ browser, baseURL }) => {
  const base = baseURL ?? ''
  const county = await Person.called(base, 'zy.jialing')
  const { children } = await county.get(`/api/admin/divisions/${JINBAO}`)
  const villages = (children as { name: string; code: string }[]).filter((one) => !one.code.slice(9).startsWith('9')).map((one) => one.name)
  town = await found(base, '金溪镇', villages)
  he = await town.open(browser, town.clerk)
})

const heading = () => he.getByRole('heading', { level: 1 })
const open = async () => he.goto('/admin/imports')
const choose = async (name: string, bytes: Uint8Array, mimeType = XLSX) => he.getByLabel('选花名册文件').setInputFiles({ name, mimeType, buffer: Buffer.from(bytes) })
const onFile = async () => (await town.clerk.get(`/api/admin/children?division=${town.code}&size=1`)).total as number
const families = async () => (await town.clerk.get(`/api/admin/families?division=${town.code}&size=1`)).total as number

/** The sample, about children with numbers of their own; whoever has a slip in the number keeps it. */
function sample(): Uint8Array {
  return retold(ROSTER, (text) => {
    const plain = text.normalize('NFKC').replace(/\s/g, '').toUpperCase()
    const valid = /^511399\d{11}[\dX]$/.test(plain) && checkDigit(plain.slice(0, 17)) === plain[17]
    const digits = `511394${plain.slice(6, 17)}`
    return valid ? digits + checkDigit(digits) : text
  })
}

test('a town without a roster says so, and which files it can read', async () => {
  await open()
  await expect(he.getByText('还没有导入过。')).toBeVisible()
  await expect(he.getByText('能读 .xlsx、.xls、.csv')).toBeVisible()
  await expect(he.getByLabel('选花名册文件')).toHaveAttribute('accept', '.xlsx,.xls,.csv')
  await look(he, 'import-01-nothing-yet')
  await choose('合照.pdf', new Uint8Array([1, 2, 3]), 'application/pdf')
  await expect(he.getByRole('alert')).toHaveText('“合照.pdf”不是表格，选 .xlsx、.xls、.csv 文件')
  const chooser = he.waitForEvent('filechooser')
  await he.getByLabel('选花名册文件').focus()
  await he.keyboard.press('Enter')
  expect((await chooser).isMultiple()).toBe(false)
})

test('a file that is no workbook is refused in plain words, and can be taken off the list', async () => {
  await open()
  await choose('名册.xlsx', new TextEncoder().encode('姓名 张三'))
  await expect(heading()).toHaveText('这份文件读不了')
  await expect(he.getByText('这不是 Excel 表，选 .xlsx、.xls 或 .csv 文件')).toBeVisible()
  await look(he, 'import-02-no-workbook')
  await he.getByRole('button', { name: '从列表里去掉' }).click()
  await expect(he.getByText('没有收，文件删了')).toBeVisible()
  await expect(he.getByRole('row').filter({ hasText: '名册.xlsx' })).toContainText('没有收')
})

test('the sample is looked at before anything is taken, and taken over in a few clicks', async () => {
  const counted = counting(he)
  await he.goto('/admin/')
  await counted.click(he.getByRole('navigation', { name: '栏目' }).getByRole('link', { name: '导入', exact: true }))
  await choose('秋季花名册.xlsx', sample())
  await expect(heading()).toHaveText('这份花名册 399 行，能收 385 行，有 14 行要改', { timeout: 60_000 })
  await expect(he.getByText('现在一行都还没收')).toBeVisible()
  expect(await onFile()).toBe(0)
  expect(await families()).toBe(0)
  await expect(he.getByRole('region', { name: '逐行看' }).getByText('身份证号存成了数字，后几位丢了')).toHaveCount(2)
  await look(he, 'import-03-preview')

  await he.getByRole('button', { name: /^注 收下并提醒/ }).press('Enter')
  await expect(he).toHaveURL(/verdict=NOTED/)
  await expect(he.getByRole('region', { name: '逐行看' }).locator('tbody').first()).toHaveClass('NOTED')
  await look(he, 'import-04-notes')
  await he.getByRole('button', { name: /没有这个村/ }).click()
  await expect(he).toHaveURL(/cause=VILLAGE_UNKNOWN/)
  await expect(he.getByText('改成 石马垭村')).toBeVisible()
  await expect(he.getByRole('region', { name: '逐行看' }).locator('tbody')).toHaveCount(2)
  await look(he, 'import-05-one-cause')

  await counted.click(he.getByRole('button', { name: '收下 385 行' }))
  await expect(heading()).toHaveText('收下 385 行，退回 14 行', { timeout: 60_000 })
  expect(counted.clicks, 'and one to choose the file').toBeLessThanOrEqual(5)
  await expect(he.getByText(/这份文件留到 \d+ 月 \d+ 日，到那天自动删/)).toBeVisible()
  await look(he, 'import-06-taken')
  expect(await onFile()).toBe(300)
  await he.getByRole('link', { name: '看谁还没有着落' }).click()
  await expect(he.getByText('另有 12 行没收下')).toBeVisible()
})

test('the marked workbook comes back corrected: nobody twice, and fewer rows wait', async () => {
  const before = await families()
  await open()
  await he.getByRole('link', { name: '秋季花名册.xlsx' }).click()
  const download = he.waitForEvent('download')
  await he.getByRole('link', { name: '下载标好原因的文件' }).click()
  const file = test.info().outputPath('marked.xlsx')
  await (await download).saveAs(file)
  const rows = sheets(file).find((one) => one.name === CHILDREN)!.rows
  const spoilt = rows[9]!
  expect(spoilt.at(-2), 'the reason stands beside the row').toContain('身份证号存成了数字')
  const number = `51139420130407241`
  const right = number.slice(0, 16) + (spoilt[3]!.includes('男') ? '1' : '2')
  await open()
  await choose('秋季花名册（改好）.xlsx', corrected(file, { [CHILDREN]: { E10: right + checkDigit(right) } }))
  await expect(heading()).toContainText('有 13 行要改', { timeout: 60_000 })
  await expect(he.getByText('300 名以前登记过，不会再登记一次。')).toBeVisible()
  await look(he, 'import-07-again')
  await he.getByRole('button', { name: '收下 386 行' }).click()
  await expect(heading()).toHaveText('收下 386 行，退回 13 行', { timeout: 60_000 })
  expect(await onFile()).toBe(301)
  expect(await families()).toBe(before)
  await he.getByRole('link', { name: '看谁还没有着落' }).click()
  await expect(he.getByText('另有 11 行没收下')).toBeVisible()
})

test('a row that is nobody of ours is dismissed with a reason', async () => {
  await he.goto('/admin/refused-rows')
  await expect(heading()).toHaveText('还有 11 行没收下，可能是孩子')
  await he.getByRole('button', { name: '不用收…' }).first().click()
  const dialog = he.getByRole('dialog', { name: '这一行不用收' })
  await dialog.getByRole('button', { name: '这一行不用收' }).click()
  await expect(dialog, 'nothing goes without a reason').toBeVisible()
  await dialog.getByLabel('为什么').fill('搬走了，不归本镇')
  await look(he, 'import-08-dismiss')
  await dialog.getByRole('button', { name: '这一行不用收' }).click()
  await expect(heading()).toHaveText('还有 10 行没收下，可能是孩子')
  await look(he, 'import-09-waiting')
  await he.goto('/admin/')
  await expect(he.getByText('另有 10 行没收下')).toBeVisible()
})

test('columns nobody recognises are named by hand, once', async () => {
  const girl = idNumber({ sex: '女', age: 9 }, 411)
  const born = girl.slice(6, 14).replace(/(\d{4})(\d{2})(\d{2})/, '$1-$2-$3')
  const odd = workbook({ 摸底表: [['在哪儿', '儿童姓名', '性别', '号码（18位）', '出生日期', '儿童类别'], [town.villages[0]!, '巫小舟', '女', girl, born, '低保家庭儿童']] })
  await open()
  await choose('摸底.xlsx', odd)
  await expect(heading()).toHaveText('有几列认不出，帮着对一下')
  await look(he, 'import-10-mapping')
  await he.getByRole('button', { name: '就这样，再读一遍' }).click()
  await expect(he.getByRole('alert')).toContainText('还缺')
  await he.getByRole('combobox', { name: 'A 列 在哪儿' }).selectOption('村（社区）（必须有）')
  await he.getByRole('combobox', { name: 'D 列 号码（18位）' }).selectOption('身份证号（必须有）')
  await he.getByRole('combobox', { name: 'E 列 出生日期' }).selectOption('身份证号（必须有）')
  await he.getByRole('button', { name: '就这样，再读一遍' }).click()
  await expect(he.getByRole('alert')).toContainText('“身份证号”选了两列')
  await look(he, 'import-11-twice')
  await he.getByRole('combobox', { name: 'E 列 出生日期' }).selectOption('出生日期')
  await he.getByRole('button', { name: '就这样，再读一遍' }).click()
  await expect(heading()).toHaveText('这份花名册 1 行，都能收', { timeout: 30_000 })
  await look(he, 'import-12-mapped')
  await he.getByRole('button', { name: '不收了，退出' }).click()
  await expect(heading()).toHaveText('导入花名册')
  await choose('摸底（二）.xlsx', odd)
  await expect(heading()).toHaveText('这份花名册 1 行，都能收', { timeout: 30_000 })
  await he.getByRole('button', { name: '不收了，退出' }).click()
  expect(await onFile()).toBe(301)
})

test('a parent away without a day is asked about, and the button opens the fact', async () => {
  const number = idNumber({ sex: '男', age: 8 }, 412)
  const head = ['村（社区）', '儿童姓名', '性别', '身份证号', '户籍性质', '儿童类别', '父亲状况', '母亲状况', '父母务工地']
  await open()
  await choose('补一名.xlsx', workbook({ 儿童: [head, [town.villages[0]!, '巫大川', '男', number, '农业', '农村留守儿童', '外出务工', '外出务工', '广东东莞']] }))
  await expect(he.getByText('没写哪天外出的，先按已经满了时间算，补上日子再定')).toBeVisible({ timeout: 30_000 })
  await expect(he.getByRole('button', { name: /看不出务工地是哪个县/ })).toHaveCount(0)
  await he.getByRole('button', { name: '收下 1 行' }).click()
  await expect(heading()).toHaveText('收下 1 行', { timeout: 30_000 })
  await he.goto('/admin/work?kind=AWAY_DATE_MISSING')
  await look(he, 'import-16-away-date')
  await he.getByRole('link', { name: /填上日子/ }).first().click()
  const dialog = he.getByRole('dialog', { name: '改一条情况' })
  const parent = dialog.getByLabel('哪方面')
  const first = await parent.inputValue()
  await dialog.getByLabel(/从哪天起/).fill('2024-03-01')
  await look(he, 'import-17-fact-form')
  await dialog.getByRole('button', { name: '改成这样' }).click()
  await expect(parent, 'the other parent is asked about next').toHaveValue(first === 'FATHER' ? 'MOTHER' : 'FATHER')
  await dialog.getByLabel(/从哪天起/).fill('2024-03-01')
  await dialog.getByRole('button', { name: '改成这样' }).click()
  await expect(dialog).toHaveCount(0)
  await expect(he.locator('#facts')).toContainText('外出务工（东莞市） · 2024-03-01 起')
  expect((await town.clerk.get(`/api/admin/work-items?division=${town.code}&kind=AWAY_DATE_MISSING`)).total).toBe(0)
})

test('a large roster goes on when the page is left, and shows how far it is when one comes back', async ({ browser, baseURL }) => {
  test.setTimeout(400_000)
  town = await found(baseURL ?? '', '大溪镇', ['上溪村', '下溪村', '东溪村', '西溪村'])
  he = await town.open(browser, town.clerk)
  const file = test.info().outputPath('large.csv')
  fs.writeFileSync(file, large())
  await open()
  await he.getByLabel('选花名册文件').setInputFiles(file)
  await expect(heading()).toHaveText('正在读这份花名册', { timeout: 30_000 })
  await expect(he.getByText(/已读 [\d,]+ \/ 20,000 行/)).toBeVisible({ timeout: 30_000 })
  await look(he, 'import-13-reading')
  const address = he.url()
  await open()
  await expect(he.getByRole('row').filter({ hasText: 'large.csv' })).toContainText(/已读|正在打开|等你看一遍再收/)
  await look(he, 'import-14-list')
  await he.goto('/admin/')
  await he.goto(address)
  await expect(heading()).toHaveText('这份花名册 20,000 行，都能收', { timeout: 120_000 })
  expect(await onFile()).toBe(0)
  await he.getByRole('button', { name: '收下 20,000 行' }).click()
  await expect(heading()).toHaveText('正在收 20,000 行')
  await expect(he.getByText(/已备好 [\d,]+ \/ 20,000 行/)).toBeVisible()
  await look(he, 'import-15-taking')
  await he.goto('/admin/work')
  await he.goto(address)
  await expect(heading()).toHaveText('收下 20,000 行', { timeout: 120_000 })
  expect(await onFile()).toBe(MANY)
})

/** A roster as a table of another program, in the encoding such programs write. */
function large(): string {
  const rows = Array.from({ length: MANY }, (_, index) => {
    const day = new Date(Date.UTC(2012, 0, 1 + (index % 3000))).toISOString().slice(0, 10)
    const digits = `511395${day.replace(/-/g, '')}${String(2 * Math.floor(index / 3000) + 100).padStart(3, '0')}`
    const name = `冼${[index >> 6, index & 63].map((part) => String.fromCharCode(0x4e00 + 97 + part * 3)).join('')}`
    return [town.villages[index % 4], name, '女', digits + checkDigit(digits), day, '低保家庭儿童', `${town.villages[index % 4]}${index}号`, '14000000000'].join(',')
  })
  return `\uFEFF村（社区）,儿童姓名,性别,身份证号,出生日期,儿童类别,家庭住址,联系电话\n${rows.join('\n')}\n`
}
