import { beforeEach, describe, expect, it } from 'vitest'
import { filterOf, isIdNumber, sayFilter } from '@/children/filter'
import { dropView, savedViews, saveView } from '@/children/presets'

const reading = (address: string) => {
  const query = new URLSearchParams(address)
  return filterOf((name) => query.get(name) ?? undefined)
}

describe('the filter in the address', () => {
  it('is read back as it was written', () => {
    expect(reading('which=NOBODY&reason=HELPER_LEFT&girls=WITHOUT_FEMALE_CADRE&family=7&sort=NAME')).toEqual({
      which: 'NOBODY',
      reason: 'HELPER_LEFT',
      girls: 'WITHOUT_FEMALE_CADRE',
      family: 7,
      sort: 'NAME',
      category: undefined,
      mark: undefined,
    })
  })

  it('takes no word that somebody typed into the address', () => {
    expect(reading('which=EVERYBODY&mark=toString&girls=constructor&family=x')).toMatchObject({ which: undefined, mark: undefined, girls: undefined, family: undefined })
  })

  it('never says an ID number, not even on the page', () => {
    expect(sayFilter({ which: 'NOBODY' }, '99010120150101001X')).toBe('一个身份证号、没有着落')
    expect(isIdNumber(' 99010120150101001x ')).toBe(true)
    expect(isIdNumber('9901012015010100')).toBe(false)
  })

  it('calls a category by its name where it is known', () => {
    expect(sayFilter({ category: '6' }, '', '农村留守儿童')).toBe('农村留守儿童')
    expect(sayFilter({ category: '6' })).toBe('情形 6')
  })
})

describe('我的查看', () => {
  beforeEach(() => localStorage.clear())

  it('keeps an address under a name until it is dropped', () => {
    saveView({ name: '女孩', query: { girls: 'ALL' } })
    saveView({ name: '女孩', query: { girls: 'WITHOUT_FEMALE_CADRE' } })
    expect(savedViews()).toEqual([{ name: '女孩', query: { girls: 'WITHOUT_FEMALE_CADRE' } }])
    expect(dropView('女孩')).toEqual([])
  })

  it('begins anew when what was kept cannot be read', () => {
    localStorage.setItem('views:children', '{')
    expect(savedViews()).toEqual([])
  })
})
