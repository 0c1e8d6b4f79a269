import type { ClauseView } from '@generated/schema'

export const FORCES: Record<ClauseView['force'], string> = { MUST: '必须', IN_PRINCIPLE: '原则上', LOCAL: '本地定' }

export const KINDS: Record<ClauseView['kind'], string> = {
  PRINCIPLE: '原则',
  CATALOGUE: '有哪几类',
  CATEGORY: '情形怎么认',
  DEFINITION: '词怎么算',
  PRECEDENCE: '先后',
  RISK_TIER: '风险等级',
  ELIGIBILITY: '谁能帮',
  PAIRING_CONSTRAINT: '结对的规矩',
  PREFERENCE: '先考虑谁',
  OBLIGATION: '要做的事',
  DEADLINE: '期限',
  PROCESS: '怎么办',
  ROUTING: '归谁管',
}
