import { pickPhoto } from './common'
import type { Photos } from './platform'

const EDGE = 1280
const ROOM = 'photos'

/** Photos of a browser wait in its database: an address of a picked file dies with the page, and storage is small. */
export const browserPhotos: Photos = {
  take: async () => {
    const taken = await pickPhoto()
    if (taken === undefined) return undefined
    const file = `photo-${Date.now()}-${Math.random().toString(36).slice(2)}`
    const picture = await reduced(taken)
    await within('readwrite', room => room.put(picture, file))
    return file
  },
  address: async (file) => {
    const picture = (await within('readonly', room => room.get(file))) as Blob | undefined
    return picture === undefined ? undefined : URL.createObjectURL(picture)
  },
  drop: async (file) => {
    await within('readwrite', room => room.delete(file))
  },
}

function within(mode: IDBTransactionMode, work: (room: IDBObjectStore) => IDBRequest): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const opening = indexedDB.open('tongxing', 1)
    opening.onupgradeneeded = () => opening.result.createObjectStore(ROOM)
    opening.onerror = () => reject(opening.error)
    opening.onsuccess = () => {
      const transaction = opening.result.transaction(ROOM, mode)
      const request = work(transaction.objectStore(ROOM))
      transaction.oncomplete = () => {
        opening.result.close()
        resolve(request.result)
      }
      transaction.onabort = () => reject(transaction.error)
    }
  })
}

async function reduced(address: string): Promise<Blob> {
  const image = new Image()
  image.src = address
  await image.decode()
  const scale = Math.min(1, EDGE / Math.max(image.naturalWidth, image.naturalHeight))
  const canvas = document.createElement('canvas')
  canvas.width = Math.round(image.naturalWidth * scale)
  canvas.height = Math.round(image.naturalHeight * scale)
  canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height)
  return new Promise((resolve, reject) =>
    canvas.toBlob(picture => (picture ? resolve(picture) : reject(new Error('No picture'))), 'image/jpeg', 0.8))
}
