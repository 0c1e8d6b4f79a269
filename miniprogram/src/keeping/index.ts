import { ref } from 'vue'
import { Copies } from './Copies'
import { Holder } from './Holder'
import { PhoneClock } from './PhoneClock'
import { Shelf } from './Shelf'
import { Vault } from './Vault'
import { platform } from '@/platform'

/** Counts the hands the phone went through, for pages that show whose it is. */
export const hands = ref(0)

const vault = new Vault()
export const holder: Holder = new Holder(platform.store, platform.secrets, vault, () => hands.value++)
export const clock = new PhoneClock(platform.store)
export const shelf = new Shelf(platform.store, vault, () => holder.owner)
export const copies = new Copies(shelf, clock)
