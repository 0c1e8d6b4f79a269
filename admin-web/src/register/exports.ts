import { defineStore } from 'pinia'
import { computed, ref } from 'vue'
import type { Export, ExportRequest } from '@generated/schema'
import { answer, api } from '@/api/client'

const POLL = 1500

/** The workbooks of this person: what is being made, what can be fetched. Goes on while pages change. */
export const useExports = defineStore('exports', () => {
  const rows = ref<Export[]>([])
  /** Finished while this person was here and not looked at yet. */
  const fresh = ref(new Set<number>())
  const running = computed(() => rows.value.filter((one) => one.state === 'RUNNING').length)
  let timer: ReturnType<typeof setTimeout> | undefined

  async function load(): Promise<void> {
    clearTimeout(timer)
    const before = new Map(rows.value.map((one) => [one.id, one.state]))
    rows.value = await answer(api.GET('/api/admin/register/exports'))
    for (const one of rows.value) if (one.state !== 'RUNNING' && before.get(one.id) === 'RUNNING') fresh.value.add(one.id)
    if (running.value) timer = setTimeout(() => void load().catch(stop), POLL)
  }

  async function ask(request: ExportRequest): Promise<Export> {
    const asked = await answer(api.POST('/api/admin/register/exports', { body: request }))
    rows.value = [asked, ...rows.value.filter((one) => one.id !== asked.id)]
    clearTimeout(timer)
    timer = setTimeout(() => void load().catch(stop), POLL / 3)
    return asked
  }

  async function drop(id: number): Promise<void> {
    await answer(api.DELETE('/api/admin/register/exports/{id}', { params: { path: { id } } }))
    await load()
  }

  function seen(): void {
    fresh.value.clear()
  }

  /** Who cannot reach the server now asks again when the tray is opened. */
  function stop(): void {
    clearTimeout(timer)
  }

  return { rows, fresh, running, load, ask, drop, seen, stop }
})
