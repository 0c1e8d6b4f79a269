// A town of a journey's own: villages, a rule book, two people at its desk, and a roster of fictional children and families.
// Journeys share one server and run in any order, so none may lean on what another one left behind.
import type { Browser, Page } from '@playwright/test'
import { openConsole } from './console'
import { Person } from './people'
import { workbook } from './newbook'

const COUNTY = '511304'
const HEADINGS = ['序号', '村（社区）', '儿童姓名', '性别', '身份证号', '出生日期', '户籍性质', '儿童类别', '残疾类别等级', '父亲状况', '母亲状况', '外出务工时间', '监护人（照护人）姓名', '与儿童关系', '联系电话', '家庭住址', '就读学校']
const FAMILY_HEADINGS = ['序号', '干部姓名', '性别', '单位', '职务', '联系电话', '单位联系村', '家庭成员', '可结对儿童数']

export type Kind = 'ORPHAN' | 'DISABLED' | 'POOR' | 'LEFT_BEHIND'

/** A child to be entered; children at one address are brothers and sisters. */
export interface Kid {
  name: string
  sex: '女' | '男'
  /** Years old today; with `turns`, so many days before the next birthday. */
  age: number
  turns?: number
  village: number
  kind: Kind
  home?: string
  /** Who is on file as looking after the child; the grandmother when it is not given. */
  carer?: '奶奶' | '父亲'
}

export interface Cadre {
  name: string
  sex: '女' | '男'
  unit: string
  village: number
  takes: number
}

export interface Plan {
  name: string
  villages: string[]
  kids: Kid[]
  cadres: Cadre[]
  /** How many days ago the children were registered; today when it is not given. */
  since?: number
}

export interface Town extends Plan {
  base: string
  code: string
  /** The administrator and the child supervisor, who looks over the other's shoulder. */
  clerk: Person
  supervisor: Person
  villageCodes: string[]
  /** The ID number of each child by name. */
  numbers: Record<string, string>
  open(browser: Browser, who: Person): Promise<Page>
}

const KINDS: Record<Kind, { category: string; disability: string; father: string; mother: string; since: string }> = {
  ORPHAN: { category: '散居孤儿', disability: '', father: '死亡', mother: '死亡', since: '' },
  DISABLED: { category: '低保家庭重残儿童', disability: '肢体二级', father: '在家', mother: '在家', since: '' },
  POOR: { category: '其他低保家庭儿童', disability: '', father: '在家', mother: '离异', since: '' },
  LEFT_BEHIND: { category: '农村留守儿童', disability: '', father: '外出务工', mother: '外出务工', since: '2024-03-01' },
}

/** A township nobody lives in yet, with a rule book and people at its desk; what is there already is taken as it is. */
export type Ground = Pick<Town, 'name' | 'villages' | 'base' | 'code' | 'clerk' | 'supervisor' | 'villageCodes' | 'open'>

export async function found(base: string, name: string, villages: string[]): Promise<Ground> {
  const ground = await clear(base, name, villages)
  const county = await Person.called(base, 'zy.jialing')
  await adopt(county, ground.code).catch((refused: Error) => {
    if (!refused.message.includes('ALREADY_THERE')) throw refused
  })
  return ground
}

async function clear(base: string, name: string, villages: string[]): Promise<Ground> {
  const county = await Person.called(base, 'zy.jialing')
  const [code] = await places(county, COUNTY, [name])
  const villageCodes = await places(county, code!, villages)
  const clerk = await desk(base, code!, `${name[0]}管理`, 'TOWNSHIP_ADMIN', 'gl')
  const supervisor = await desk(base, code!, `${name[0]}督导`, 'CHILD_SUPERVISOR', 'dd')
  return { name, villages, base, code: code!, clerk, supervisor, villageCodes, open: async (browser, who) => openConsole(browser, await who.session()) }
}

/** Enters the town unless it is there already, and answers it with both people signed in. */
export async function settle(base: string, plan: Plan): Promise<Town> {
  const county = await Person.called(base, 'zy.jialing')
  const ground = await clear(base, plan.name, plan.villages)
  const { code, clerk } = ground
  const numbers = Object.fromEntries(plan.kids.map((kid, index) => [kid.name, idNumber(kid, Number(code.slice(-2)) * 40 + index)]))
  const town: Town = { ...plan, ...ground, numbers }
  const { total } = await clerk.get(`/api/admin/children?division=${code}&size=1`)
  if (total) return town
  if (!plan.since) await adopt(county, town.code)
  await enter(town)
  if (plan.since) {
    await past(town)
    await adopt(county, town.code)
  }
  await owed(town)
  return town
}

/** Places the statistics do not know, below another one; those that are there already are taken as they are. */
async function places(county: Person, parent: string, names: string[]): Promise<string[]> {
  const { children } = await county.get(`/api/admin/divisions/${parent}`)
  const codes: string[] = []
  for (const name of names) {
    const known = children.find((one: { name: string; code: string }) => one.name === name)
    codes.push((known ?? (await county.post('/api/admin/divisions', { parent, name, startsOn: '2020-01-01' }))).code)
  }
  return codes
}

/** The town follows the book of 金宝镇 from the day it came into force; its children's categories follow a moment later. */
async function adopt(county: Person, division: string): Promise<void> {
  await county.post('/api/admin/adoptions', { book: 'JB', division, from: '2023-11-08' })
}

async function past(town: Town): Promise<void> {
  const answer = await fetch(`${town.base}/sandbox/past`, { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify({ division: town.code, days: town.since }) })
  if (!answer.ok) throw new Error(`No past for ${town.name}: ${answer.status}`)
}

/** Waits until every child is owed a helper: what follows from a rule book follows in the background. */
async function owed(town: Town): Promise<void> {
  for (let turn = 0; turn < 100; turn++) {
    if ((await town.clerk.get(`/api/admin/coverage?division=${town.code}`)).eligible === town.kids.length) return
    await new Promise((resolve) => setTimeout(resolve, 200))
  }
  throw new Error(`Not every child of ${town.name} is owed a helper`)
}

async function desk(base: string, code: string, displayName: string, role: string, short: string): Promise<Person> {
  const security = await Person.called(base, 'aq.jialing')
  const username = `${short}.${code}`
  const known = await security.get(`/api/admin/accounts?q=${username}`)
  if (known.total) return Person.called(base, username)
  const opened = await security.post('/api/admin/accounts', { username, displayName, role: { role, division: code } })
  return Person.called(base, username, opened.initialPassword)
}

async function enter({ code, name, villages, kids, cadres, clerk, numbers }: Town): Promise<void> {
  const phone = (index: number) => `140${code.slice(-3)}${String(index).padStart(5, '0')}`
  const children = kids.map((kid, index) => {
    const { category, disability, father, mother, since } = KINDS[kid.kind]
    const number = numbers[kid.name]!
    const day = number.slice(6, 14).replace(/(\d{4})(\d{2})(\d{2})/, '$1-$2-$3')
    const village = villages[kid.village]!
    const carer = [kid.carer === '父亲' ? `${kid.name[0]}建国` : `${kid.name[0]}桂芳`, kid.carer ?? '奶奶', phone(index), `${village}2 组 ${kid.home ?? `${index + 1} 号`}`]
    return [String(index + 1), village, kid.name, kid.sex, number, day, '农业', category, disability, father, mother, since, ...carer, '镇中心小学']
  })
  const families = cadres.map((cadre, index) => [String(index + 1), cadre.name, cadre.sex, cadre.unit, '科员', phone(90_000 + index), villages[cadre.village]!, '配偶', String(cadre.takes)])
  const bytes = workbook({ 儿童: [HEADINGS, ...children], 家庭: [FAMILY_HEADINGS, ...families] })
  const { id } = await clerk.upload('/api/admin/imports', `${name}.xlsx`, bytes, { division: code })
  await until(clerk, id, 'PREVIEW')
  await clerk.post(`/api/admin/imports/${id}/acceptance`, {})
  await until(clerk, id, 'ACCEPTED')
}

async function until(clerk: Person, id: number, state: string): Promise<void> {
  for (let turn = 0; turn < 300; turn++) {
    const now = await clerk.get(`/api/admin/imports/${id}`)
    if (now.state === state) return
    if (now.state === 'FAILED' || now.state === 'MAPPING') throw new Error(`The roster is ${now.state}: ${JSON.stringify(now)}`)
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
  throw new Error(`The roster did not become ${state}`)
}

/** A number by GB 11643 whose area code no county has. */
export function idNumber(kid: Pick<Kid, 'sex' | 'age' | 'turns'>, sequence: number): string {
  const day = new Date(Date.now() + 8 * 3_600_000)
  day.setUTCFullYear(day.getUTCFullYear() - kid.age - (kid.turns === undefined ? 0 : 1))
  day.setUTCDate(day.getUTCDate() + (kid.turns ?? -40))
  const order = (2 * sequence + (kid.sex === '男' ? 1 : 0)) % 1000
  const digits = `511398${day.toISOString().slice(0, 10).replace(/-/g, '')}${String(order).padStart(3, '0')}`
  return digits + checkDigit(digits)
}

/** The last character of a number by GB 11643. */
export function checkDigit(digits: string): string {
  const sum = [...digits].reduce((total, digit, place) => total + Number(digit) * (2 ** (17 - place) % 11), 0)
  return '10X98765432'[sum % 11]!
}
