import { child } from './zh-CN/child'
import { confirm } from './zh-CN/confirm'
import { contact } from './zh-CN/contact'
import { danger } from './zh-CN/danger'
import { difficulty } from './zh-CN/difficulty'
import { home } from './zh-CN/home'
import { me } from './zh-CN/me'
import { membership } from './zh-CN/membership'
import { outbox } from './zh-CN/outbox'
import { round } from './zh-CN/round'
import { shared } from './zh-CN/shared'
import { visit } from './zh-CN/visit'
import { volunteer } from './zh-CN/volunteer'
import { wish } from './zh-CN/wish'

/** Every word the phone says. */
export const t = { ...shared, home, child, visit, contact, confirm, difficulty, danger, outbox, round, wish, volunteer, membership, me }
