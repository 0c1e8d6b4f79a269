import type { ItemView } from '@generated/schema'

type Tone = 'gap' | 'girl' | 'soon' | 'info'

/** What a kind of item is called in one chip, and what the group of all of them is called. */
export const KINDS: Record<ItemView['kind'], { name: string; all: string; tone: Tone }> = {
  HELPER_LEFT: { name: '家庭走了', all: '原来的家庭走了，没有接手的', tone: 'gap' },
  GIRL_WITHOUT_FEMALE_CADRE: { name: '缺女干部', all: '八岁以上女孩，帮的是男干部', tone: 'girl' },
  UNCOVERED: { name: '没有着落', all: '还没有着落的孩子', tone: 'gap' },
  GIRL_TURNING_EIGHT: { name: '快满 8 岁', all: '60 天内满八岁的女孩，要提前换女干部', tone: 'soon' },
  WAIVER_EXPIRED: { name: '例外到期', all: '批过的例外到期了', tone: 'soon' },
  SIBLINGS_APART: { name: '兄妹两处', all: '兄弟姐妹不在同一户', tone: 'info' },
  CATEGORY_LOST: { name: '不再属于', all: '不再属于应结对的情形', tone: 'info' },
  CATEGORY_GAINED: { name: '情形有变', all: '情形有变，看看要不要换办法', tone: 'info' },
  CAPACITY_PASSED: { name: '名额超了', all: '带的孩子超过说好的名额', tone: 'soon' },
  SCREENING_DUE: { name: '每年查询', all: '上门的人该查询了', tone: 'soon' },
  REFRESH_DUE: { name: '三月更新', all: '三月底前要更新的村', tone: 'soon' },
  QUARTER_DUE: { name: '季度报送', all: '要报的季度结果', tone: 'info' },
}

/** 邓○○，9 岁女孩. */
export function childName(child: NonNullable<ItemView['child']>): string {
  return `${child.name}，${child.age} 岁${child.sex === 'FEMALE' ? '女孩' : '男孩'}`
}

/** How long something has stood: days, and 今天 for the first. */
export function age(days: number): string {
  return days > 0 ? `${days} 天` : '今天'
}
