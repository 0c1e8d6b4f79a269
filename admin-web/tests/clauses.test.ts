import { describe, expect, it } from 'vitest'

const screens: Record<string, string> = import.meta.glob('../src/**/*.vue', { query: '?raw', import: 'default', eager: true })

describe('the clauses on the screens', () => {
  it('are those of the rule book in force: no screen knows one by itself', () => {
    const fixed = Object.entries(screens).flatMap(([name, source]) => {
      const template = source.split('</script>').pop() ?? ''
      return [...template.matchAll(/\b(?:JB|GD|JS|SG|SV|LAW)-\d+/g)].map((match) => `${name}: ${match[0]}`)
    })
    expect(Object.keys(screens).length).toBeGreaterThan(50)
    expect(fixed).toEqual([])
  })
})
