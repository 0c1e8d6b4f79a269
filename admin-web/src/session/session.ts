import { defineStore } from 'pinia'
import { computed, ref } from 'vue'
import type { SessionView } from '@generated/schema'
import { answer, api, Refused } from '@/api/client'

export const ROLE_NAMES: Record<string, string> = {
  TOWNSHIP_ADMIN: '乡镇管理员',
  COUNTY_ADMIN: '区县管理员',
  CITY_ADMIN: '市级管理员',
  PROVINCE_ADMIN: '省级管理员',
  CHILD_SUPERVISOR: '儿童督导员',
  CHILD_DIRECTOR: '儿童主任',
  UNIT_LIAISON: '单位联络员',
  SECURITY_ADMIN: '安全管理员',
  AUDITOR: '审计员',
}

/** Who is signed in, and in which role. */
export const useSession = defineStore('session', () => {
  const person = ref<SessionView>()
  /** The session ended while somebody was at work. */
  const expired = ref(false)
  const role = computed(() => person.value?.role)

  async function load(): Promise<void> {
    try {
      person.value = await answer(api.GET('/api/admin/session'))
    } catch (refused) {
      if (!(refused instanceof Refused) || refused.problem.status === 0) throw refused
      person.value = undefined
    }
  }

  async function signIn(username: string, password: string): Promise<void> {
    person.value = await answer(api.POST('/api/admin/session', { body: { username, password } }))
  }

  async function choosePassword(current: string, replacement: string): Promise<void> {
    person.value = await answer(api.PUT('/api/admin/session/password', { body: { current, replacement } }))
  }

  async function act(roleId: number): Promise<void> {
    person.value = await answer(api.PUT('/api/admin/session/role', { body: { roleId } }))
  }

  async function signOut(everywhere = false): Promise<void> {
    await answer(everywhere ? api.DELETE('/api/admin/session/all') : api.DELETE('/api/admin/session'))
    person.value = undefined
  }

  return { person, expired, role, load, signIn, choosePassword, act, signOut }
})
