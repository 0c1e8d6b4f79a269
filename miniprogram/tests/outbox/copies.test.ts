import { beforeEach, describe, expect, it } from 'vitest'
import { refusal, visit } from './fakes'
import { KEY_A, Memory } from '../memory'
import type { Call } from '@/api/client'
import type { DraftRequest, DraftView } from '@/api/contract'
import { Shelf } from '@/keeping/Shelf'
import { Vault } from '@/keeping/Vault'
import { SecondCopies } from '@/outbox/SecondCopies'
import { Sheets } from '@/outbox/Sheets'

let filed: Map<string, DraftView>

/** The server's part: a draft follows the revision it was read in. */
const call: Call = async (operation, options) => {
  const { path, body } = options as { path?: { key: string }, body?: DraftRequest }
  if (operation === 'GET /api/phone/drafts') return [...filed.values()] as never
  const known = filed.get(path!.key)
  if (operation === 'DELETE /api/phone/drafts/{key}') return void filed.delete(path!.key) as never
  if (known?.revision !== body!.revision) throw refusal(409, 'STALE')
  const view = { key: path!.key, kind: body!.kind, content: body!.content, revision: (known?.revision ?? 0) + 1, savedAt: '' }
  filed.set(path!.key, view)
  return view as never
}

function phone() {
  const vault = new Vault()
  vault.unlock(KEY_A)
  const shelf = new Shelf(new Memory(), vault, () => 'me')
  const sheets = new Sheets(shelf)
  return { sheets, copies: new SecondCopies(sheets, shelf, call) }
}

beforeEach(() => (filed = new Map()))

describe('a second copy', () => {
  it('follows the draft, and another phone goes on where the first one was lost', async () => {
    const lost = phone()
    lost.sheets.write(visit('v', '作业', 'yard'))
    expect(await lost.copies.file('v')).toBe(true)
    lost.sheets.write(visit('v', '作业写得好', 'yard'))
    expect(await lost.copies.file('v')).toBe(true)
    const other = phone()
    const [found] = await other.copies.elsewhere()
    other.copies.take(found!)
    expect(other.sheets.get('v')).toMatchObject({ state: 'WRITING', who: '小满', photos: [], content: { note: '作业写得好' } })
    expect(await other.copies.elsewhere()).toEqual([])
    expect(await other.copies.file('v')).toBe(true)
  })

  it('never goes over what another phone has written, until somebody says whose words count', async () => {
    const one = phone()
    one.sheets.write(visit('v', 'one'))
    await one.copies.file('v')
    const two = phone()
    two.copies.take((await two.copies.elsewhere())[0]!)
    two.sheets.write(visit('v', 'two'))
    expect(await two.copies.file('v')).toBe(true)
    one.sheets.write(visit('v', 'one more'))
    expect(await one.copies.file('v')).toBe(false)
    expect(one.sheets.get('v')).toMatchObject({ content: { note: 'one more' } })
    await one.copies.insist('v')
    expect(filed.get('v')?.content).toContain('one more')
    expect(await two.copies.file('v')).toBe(false)
    await two.copies.giveWay('v')
    expect(two.sheets.get('v')).toMatchObject({ content: { note: 'one more' } })
  })

  it('is not made of what is finished, and goes when it is thrown away', async () => {
    const { sheets, copies } = phone()
    sheets.write({ ...visit('v'), state: 'WAITING' })
    expect(await copies.file('v')).toBe(true)
    expect(filed.size).toBe(0)
    sheets.write(visit('w'))
    await copies.file('w')
    await copies.discard('w')
    expect(filed.size).toBe(0)
  })

  it('passes over drafts it cannot read', async () => {
    for (const content of ['', '{}', '{"content":{"childIds":7}}', 'null']) {
      filed.set(content, { key: content, kind: 'VISIT', content, revision: 1, savedAt: '' })
    }
    filed.set('d', { key: 'd', kind: 'DANGER', content: '{}', revision: 1, savedAt: '' })
    expect(await phone().copies.elsewhere()).toEqual([])
  })
})
