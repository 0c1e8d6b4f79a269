import { isKind, type Photo, type Sheet } from './sheet'
import type { Call } from '@/api/client'
import { Refusal } from '@/api/client'

interface Way { call: Call, upload(photo: string): Promise<number> }

/** Brings one sheet to the server, its photos first; answers what the server calls it. */
export async function deliver(way: Way, sheet: Sheet, keep: (photos: Photo[]) => void): Promise<number | undefined> {
  const { key } = sheet
  if (isKind(sheet, 'VISIT')) {
    const photoIds = await sendPhotos(way, sheet.photos, keep)
    return (await way.call('POST /api/phone/visits', { body: { ...sheet.content, photoIds }, key })).id
  }
  if (isKind(sheet, 'CONTACT')) return (await way.call('POST /api/phone/contacts', { body: sheet.content, key })).id
  if (isKind(sheet, 'DANGER')) return (await way.call('POST /api/phone/dangers', { body: sheet.content, key })).id
  if (isKind(sheet, 'WISH')) return propose(way, sheet)
  if (isKind(sheet, 'ARRIVAL')) {
    const { wishId, on } = sheet.content
    const [photoId] = await sendPhotos(way, sheet.photos, keep)
    const body = { on, ...(photoId !== undefined && { photoId }) }
    return (await way.call('PUT /api/phone/wishes/{id}/arrival', { path: { id: wishId }, body })).id
  }
  if (isKind(sheet, 'THANKS')) {
    const { wishId, text } = sheet.content
    return (await way.call('PUT /api/phone/wishes/{id}/thanks', { path: { id: wishId }, body: { text } })).id
  }
  if (isKind(sheet, 'CONFIRMATION')) await confirm(way, sheet)
  return undefined
}

async function sendPhotos(way: Way, photos: Photo[], keep: (photos: Photo[]) => void): Promise<number[]> {
  const known = photos.map(photo => ({ ...photo }))
  for (const photo of known) {
    if (photo.id !== undefined) continue
    try {
      photo.id = await way.upload(photo.file)
    }
    catch (error) {
      // The phone has lost the picture; the visit is worth more than waiting for it.
      if (!(error instanceof Refusal && error.problem.status === 410)) throw error
      photo.id = 0
    }
    keep(known)
  }
  return known.map(photo => photo.id!).filter(id => id !== 0)
}

/** A wish has no key of its own; the same words of the same child that are there already have arrived before. */
async function propose(way: Way, sheet: Sheet<'WISH'>): Promise<number> {
  const { childId, kind = 'THING', ...words } = sheet.content
  const path = { childId }
  try {
    return (await way.call('POST /api/phone/wishes/of-child/{childId}', { path, body: { kind, ...words } })).id
  }
  catch (error) {
    if (!(error instanceof Refusal && error.problem.code === 'ALREADY_THERE')) throw error
    const known = await way.call('GET /api/phone/wishes/of-child/{childId}', { path })
    const same = known.find(wish => wish.state === 'PROPOSED' && wish.what === words.what && wish.why === words.why)
    if (same === undefined) throw error
    return same.id
  }
}

/** Confirmations have no key of their own; that it is decided already is what was wanted. */
async function confirm(way: Way, sheet: Sheet<'CONFIRMATION'>): Promise<void> {
  const { of, id, asTold } = sheet.content
  const operation = of === 'VISIT' ? 'POST /api/phone/visits/{id}/confirmation' : 'POST /api/phone/contacts/{id}/confirmation'
  try {
    await way.call(operation, { path: { id }, body: { asTold } })
  }
  catch (error) {
    if (!(error instanceof Refusal && error.problem.code === 'ALREADY_DECIDED')) throw error
  }
}
