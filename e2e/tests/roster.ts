// The sample roster, read for what a test cannot see on a page: the number of a cadre's phone.
import fs from 'node:fs'
import path from 'node:path'
import { strFromU8, unzipSync } from 'fflate'

export const ROSTER = path.resolve(import.meta.dirname, '../../sandbox/src/main/resources/sample/roster-jinbao.xlsx')

const NAME = 1
const PHONE = 5

/** The phone of a cadre as the second sheet has it, digits only. */
export function phoneOf(cadre: string): string {
  const parts = unzipSync(fs.readFileSync(ROSTER))
  const xml = (name: string) => strFromU8(parts[`xl/${name}`]!)
  const words = [...xml('sharedStrings.xml').matchAll(/<si>(.*?)<\/si>/gs)].map(([, item]) =>
    [...item!.matchAll(/<t[^>]*>(.*?)<\/t>/gs)].map(([, text]) => text).join(''),
  )
  for (const [, row] of xml('worksheets/sheet2.xml').matchAll(/<row [^>]*>(.*?)<\/row>/gs)) {
    const cells = [...row!.matchAll(/<c ([^>]*)>(?:<f>.*?<\/f>)?<v>(.*?)<\/v>/gs)].map(([, kind, value]) =>
      kind!.includes('t="s"') ? words[Number(value)]! : value!,
    )
    if (cells[NAME] === cadre) return cells[PHONE]!.replace(/\D/g, '')
  }
  throw new Error(`Nobody in the roster is called ${cadre}`)
}
