import type { ItemView } from '@generated/schema'

export const KINDS: Record<ItemView['kind'], { name: string; tone: 'gap' | 'girl' | 'soon' | 'info' }> = {
  UNCOVERED: { name: '没有着落', tone: 'gap' },
  HELPER_LEFT: { name: '家庭走了', tone: 'gap' },
  GIRL_WITHOUT_FEMALE_CADRE: { name: '缺女干部', tone: 'girl' },
  GIRL_TURNING_EIGHT: { name: '快满 8 岁', tone: 'soon' },
  WAIVER_EXPIRED: { name: '例外到期', tone: 'soon' },
  SIBLINGS_APART: { name: '兄妹两处', tone: 'info' },
  CATEGORY_LOST: { name: '不再属于', tone: 'info' },
  CATEGORY_GAINED: { name: '情形有变', tone: 'info' },
  CAPACITY_PASSED: { name: '名额超了', tone: 'soon' },
  SCREENING_DUE: { name: '每年查询', tone: 'soon' },
  REFRESH_DUE: { name: '三月更新', tone: 'soon' },
  QUARTER_DUE: { name: '季度报送', tone: 'info' },
}
