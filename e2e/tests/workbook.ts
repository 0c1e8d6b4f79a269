// A workbook as it was downloaded, read for what a test cannot see on a page.
import fs from 'node:fs'
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'

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

/** The workbook with other texts in some of its cells, each kept as it looks: `{ 儿童: { E10: '…' } }`. */
export function corrected(file: string, edits: Record<string, Record<string, string>>): Uint8Array {
  const parts = unzipSync(fs.readFileSync(file))
  const names = [...strFromU8(parts['xl/workbook.xml']!).matchAll(/<sheet [^>]*name="([^"]*)"/g)].map(([, name]) => name!)
  for (const [name, cells] of Object.entries(edits)) {
    const part = `xl/worksheets/sheet${names.indexOf(name) + 1}.xml`
    let xml = strFromU8(parts[part]!)
    for (const [at, text] of Object.entries(cells)) {
      const cell = new RegExp(`<c r="${at}"([^>]*?)(?:/>|>.*?</c>)`, 's')
      if (!cell.test(xml)) throw new Error(`${name} has no cell ${at}`)
      xml = xml.replace(cell, (_, kind: string) => `<c r="${at}"${kind.replace(/ t="\w+"/, '')} t="inlineStr"><is><t>${text}</t></is></c>`)
    }
    parts[part] = strToU8(xml)
  }
  return zipSync(parts)
}

/** The workbook with every text of its table of texts as `change` wants it. */
export function retold(file: string, change: (text: string) => string): Uint8Array {
  const parts = unzipSync(fs.readFileSync(file))
  const table = 'xl/sharedStrings.xml'
  parts[table] = strToU8(strFromU8(parts[table]!).replace(/(<t[^>]*>)(.*?)(<\/t>)/gs, (_, open: string, text: string, close: string) => open + change(text) + close))
  return zipSync(parts)
}

/** The rows that are children: they begin with a number. */
export function children(sheet: Sheet): string[][] {
  return sheet.rows.filter(([first]) => /^\d+(\.0)?$/.test(first ?? ''))
}

function texts(xml: string): string {
  return [...xml.matchAll(/<t[^>]*>(.*?)<\/t>/gs)].map(([, text]) => text).join('')
}
