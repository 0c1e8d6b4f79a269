import type { Store } from '@/platform/platform'

/** A phone's storage that forgets with the test; it copies as a real one does. */
export function memory(): Store {
  const kept = new Map<string, string>()
  return {
    read: <T>(key: string) => {
      const text = kept.get(key)
      return text === undefined ? undefined : (JSON.parse(text) as T)
    },
    write: (key, value) => void kept.set(key, JSON.stringify(value)),
    remove: key => void kept.delete(key),
  }
}
