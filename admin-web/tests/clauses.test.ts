import { describe, expect, it } from 'vitest'

const screens: Record<string, string> = import.meta.glob('../src/**/*.vue', { query: '?raw', import: 'default', eager: true })
const books: Record<string, string> = import.meta.glob('../../server/src/main/resources/rulebooks/*.yaml', { query: '?raw', import: 'default', eager: true })

describe('the clauses on the screens', () => {
  it('are those of the rule book in force: no screen knows one by itself', () => {
    const fixed = Object.entries(screens).flatMap(([name, source]) => {
      const template = source.split('</script>').pop() ?? ''
      return [...template.matchAll(/\b(?:JB|GD|JS|SG|SV|LAW)-\d+/g)].map((match) => `${name}: ${match[0]}`)
    })
    expect(Object.keys(screens).length).toBeGreaterThan(50)
    expect(fixed).toEqual([])
  })

  it('are asked for by subjects that some rule book speaks of', () => {
    const known = Object.values(books).flatMap((yaml) => [...yaml.matchAll(/^ {4}subject: (\S+)$/gm)].map((match) => match[1]))
    const asked = Object.values(screens).flatMap((source) => [...source.matchAll(/(?:ClauseInForce subject="|clauseOn\('|\bsubject: ')([^"']+)/g)].map((match) => match[1]))
    expect(asked).toContain('siblingsTogether')
    expect(asked.filter((one) => !known.includes(one))).toEqual([])
  })
})
