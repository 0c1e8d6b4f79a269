import { Client } from './client'
import { clock, holder } from '@/keeping'
import { platform } from '@/platform'

export const client = new Client(platform, holder, server => clock.heard(server))
export const call = client.call
export { HandsChanged, Refusal, SignedOut } from './client'
export type * from './contract'
