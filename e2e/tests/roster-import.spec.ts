// From the workbook of a township to its children on file: looked at before anything is taken, corrected, taken again, left and
// come back to. The sample workbook is entered into a town of this journey's own, with numbers nobody else has.
import { expect, test, type Page } from '@playwright/test'
import { counting, look } from './console'
import { Person } from './people'
import { ROSTER } from './roster'
import { checkDigit, found, type Ground } from './town'
import { corrected, retold, sheets } from './workbook'

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
const JINBAO = '511304114'
const CHILDREN = '儿童花名册'

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
    const plain = text.normalize('NFKC').replace(/\s/g, '')
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
