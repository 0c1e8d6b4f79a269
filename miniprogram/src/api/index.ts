import { Client } from './client'
import { platform } from '@/platform'

const client = new Client(platform)

export const call = client.call.bind(client)
export const uploadPhoto = client.upload.bind(client)
export const openSession = client.open.bind(client)
export const forgetSession = client.forget.bind(client)
export { Refusal, SignedOut } from './client'
export type * from './contract'
