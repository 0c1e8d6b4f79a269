import type { ItemView } from '@generated/schema'

type Tone = 'gap' | 'girl' | 'soon' | 'info'

/** What a kind of item is called in one chip, and what is said after the number of all of them. */
export const KINDS: Record<ItemView['kind'], { name: string; many: string; tone: Tone }> = {
  HELPER_LEFT: { name: '家庭走了', many: '名孩子，原来的家庭走了，没人接手', tone: 'gap' },
  GIRL_WITHOUT_FEMALE_CADRE: { name: '缺女干部', many: '名八岁以上女孩，帮的是男干部', tone: 'girl' },
  UNCOVERED: { name: '没有着落', many: '名孩子还没有着落', tone: 'gap' },
  GIRL_TURNING_EIGHT: { name: '快满 8 岁', many: '名女孩 60 天内满八岁，要提前换女干部', tone: 'soon' },
  WAIVER_EXPIRED: { name: '例外到期', many: '件批过的例外到期了', tone: 'soon' },
  SIBLINGS_APART: { name: '兄妹两处', many: '名孩子和兄弟姐妹不在同一户', tone: 'info' },
  CATEGORY_LOST: { name: '不再属于', many: '名孩子不再属于应结对的情形', tone: 'info' },
  CATEGORY_GAINED: { name: '情形有变', many: '名孩子情形有变，看看要不要换办法', tone: 'info' },
  AWAY_DATE_MISSING: { name: '外出日期没填', many: '名孩子，父母哪天外出的没填', tone: 'soon' },
  CAPACITY_PASSED: { name: '名额超了', many: '户带的孩子超过说好的名额', tone: 'soon' },
  SCREENING_DUE: { name: '每年查询', many: '户上门的人该查询了', tone: 'soon' },
  OVERDUE_VISIT: { name: '应访未访', many: '名孩子，结对家庭该去看看了', tone: 'gap' },
  REFRESH_DUE: { name: '三月更新', many: '个村三月底前要更新', tone: 'soon' },
  QUARTER_DUE: { name: '季度报送', many: '份季度结果要报', tone: 'info' },
}

/** 邓○○，9 岁女孩. */
export function childName(child: NonNullable<ItemView['child']>): string {
  return `${child.name}，${child.age} 岁${child.sex === 'FEMALE' ? '女孩' : '男孩'}`
}

/** How long something has stood: days, and 今天 for the first. */
export function age(days: number): string {
  return days > 0 ? `${days} 天` : '今天'
}
