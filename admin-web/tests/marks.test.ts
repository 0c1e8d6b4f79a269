import { describe, expect, it } from 'vitest'
import { mount } from '@vue/test-utils'
import Mark from '@/shared/Mark.vue'
import { MARKS, REASONS } from '@/shared/words'

describe('a mark', () => {
  it('has a shape of its own for every meaning, so that black and white still says it', () => {
    const shapes = MARKS.map(({ mark }) => mount(Mark, { props: { mark } }).html())
    expect(new Set(shapes.map((html) => html.replace(/var\([^)]*\)/g, ''))).size).toBe(MARKS.length)
  })
})

describe('a reason', () => {
  it('has a verb that solves it', () => {
    for (const reason of Object.values(REASONS)) expect(reason.verb).not.toBe('')
  })
})
