import { ref } from 'vue'

const FORM = /^[0-9A-Za-z]{12}$/

/** The code somebody came by, until it is used or put aside. */
export const invitation = ref<string>()

export function noteInvitation(code: string | undefined): void {
  if (code !== undefined && FORM.test(code)) invitation.value = code
}

/** As it is typed, with or without gaps. */
export function tidied(code: string): string {
  return code.replace(/[\s-]/g, '').toUpperCase()
}

/** As it is read aloud, four at a time. */
export function spaced(code: string): string {
  return code.replace(/(.{4})(?=.)/g, '$1 ')
}
