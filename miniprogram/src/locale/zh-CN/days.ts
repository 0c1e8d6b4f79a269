import type { Day } from '@/api/contract'
import { dayOfMonth, monthOf } from '@/day'

export const day = (value: Day) => `${monthOf(value)} 月 ${dayOfMonth(value)} 日`

export const weekdays = ['一', '二', '三', '四', '五', '六', '日']
