import { flushPromises, mount } from '@vue/test-utils'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import DivisionPicker from '@/shared/DivisionPicker.vue'

const VILLAGE = { code: '511304114205', name: '石马垭村', level: 'VILLAGE', path: ['四川省', '南充市', '嘉陵区', '金宝镇'] }
const TOWN = { code: '511304114', name: '金宝镇', level: 'TOWNSHIP', path: ['四川省', '南充市', '嘉陵区'] }
let asked: string[]

beforeEach(() => {
  asked = []
  vi.stubGlobal('fetch', (request: Request) => {
    const url = new URL(request.url)
    asked.push(decodeURIComponent(url.pathname + url.search))
    const body = url.pathname.endsWith('/511304')
      ? { code: '511304', name: '嘉陵区', level: 'COUNTY', ancestors: [{ name: '四川省' }, { name: '南充市' }], children: [TOWN], names: [] }
      : url.pathname.endsWith('/511304114')
        ? { ...TOWN, ancestors: [], children: [VILLAGE], names: [] }
        : [VILLAGE].filter((one) => url.searchParams.get('q')?.match(/smy|石马|511304114205/) && one)
    return Promise.resolve(new Response(JSON.stringify(body), { headers: { 'Content-Type': 'application/json' } }))
  })
})
afterEach(() => {
  vi.unstubAllGlobals()
  vi.useRealTimers()
})

const picker = (props = {}) => mount(DivisionPicker, { props: { label: '哪个村', within: '511304', levels: ['VILLAGE' as const], ...props }, attachTo: document.body })

describe('a place', () => {
  it('is found by its initials and taken with Enter, the path shown', async () => {
    vi.useFakeTimers()
    const found = picker()
    const box = found.get('input')
    await box.trigger('focus')
    await box.setValue('smy')
    await vi.runAllTimersAsync()
    expect(asked).toContain('/api/admin/divisions?q=smy&within=511304')
    expect(found.get('[role=option]').text()).toContain('四川省 / 南充市 / 嘉陵区 / 金宝镇')
    await box.trigger('keydown', { key: 'Enter' })
    expect(found.emitted('update:modelValue')).toEqual([['511304114205']])
    expect((box.element as HTMLInputElement).value).toBe('石马垭村')
    expect(found.text()).toContain('四川省 / 南充市 / 嘉陵区 / 金宝镇')
  })

  it('is walked down to where none of the level lies above', async () => {
    const found = picker()
    const box = found.get('input')
    await box.trigger('focus')
    await flushPromises()
    expect(found.get('[role=option]').text()).toContain('看下一级')
    await box.trigger('keydown', { key: 'Enter' })
    await flushPromises()
    expect(found.emitted('update:modelValue')).toBeUndefined()
    expect(found.get('[role=option]').text()).toContain('石马垭村')
    await box.trigger('keydown', { key: 'Enter' })
    expect(found.emitted('update:modelValue')).toEqual([['511304114205']])
  })

  it('is shown by name where only the code is known', async () => {
    const found = picker({ modelValue: '511304114205' })
    await flushPromises()
    expect((found.get('input').element as HTMLInputElement).value).toBe('石马垭村')
  })

  it('is not there, and the box says so', async () => {
    vi.useFakeTimers()
    const found = picker()
    await found.get('input').trigger('focus')
    await found.get('input').setValue('无此地')
    await vi.runAllTimersAsync()
    expect(found.get('[role=status]').text()).toBe('没有叫“无此地”的地方')
  })
})
