// A workbook as it was downloaded, read for what a test cannot see on a page.
import fs from 'node:fs'
import { strFromU8, unzipSync } from 'fflate'

export interface Sheet {
  name: string
  rows: string[][]
}

/** The sheets with their cells as text, row by row. */
export function sheets(file: string): Sheet[] {
  const parts = unzipSync(fs.readFileSync(file))
  const xml = (name: string) => (parts[name] ? strFromU8(parts[name]) : '')
  const words = [...xml('xl/sharedStrings.xml').matchAll(/<si>(.*?)<\/si>/gs)].map(([, item]) => texts(item!))
  const names = [...xml('xl/workbook.xml').matchAll(/<sheet [^>]*name="([^"]*)"/g)].map(([, name]) => name!)
  return names.map((name, index) => ({
    name,
    rows: [...xml(`xl/worksheets/sheet${index + 1}.xml`).matchAll(/<row [^>]*>(.*?)<\/row>/gs)].map(([, row]) =>
      [...row!.matchAll(/<c ([^>]*?)(?:\/>|>(.*?)<\/c>)/gs)].map(([, kind, content]) => {
        const value = /<v>(.*?)<\/v>/s.exec(content ?? '')?.[1]
        if (kind!.includes('t="s"')) return words[Number(value)] ?? ''
        return kind!.includes('t="inlineStr"') ? texts(content ?? '') : (value ?? '')
      }),
    ),
  }))
}

/** The rows that are children: they begin with a number. */
export function children(sheet: Sheet): string[][] {
  return sheet.rows.filter(([first]) => /^\d+(\.0)?$/.test(first ?? ''))
}

function texts(xml: string): string {
  return [...xml.matchAll(/<t[^>]*>(.*?)<\/t>/gs)].map(([, text]) => text).join('')
}
