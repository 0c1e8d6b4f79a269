export const DEEDS = {
  LISTED: '看名单',
  READ: '看档案',
  UNMASKED: '显示姓名',
  EXPORTED: '导出',
  IMPORTED: '导入',
  PAIRED: '结对',
  ENDED: '结束结对',
  CONFIRMED: '确认',
  REFUSED: '不同意',
  CHANGED: '改动',
  SIGNED_IN: '登录',
  SIGN_IN_FAILED: '登录没成',
  SIGNED_OUT: '退出',
  OUT_OF_SCOPE: '要看不归自己管的',
} as const

const SUBJECTS: Record<string, string> = {
  import: '导入',
  pairing: '结对',
  membership: '认人',
  wish: '心愿',
  account: '账号',
  family: '家庭',
  child: '孩子',
  division: '地方',
  password: '密码',
  sessions: '全部登录',
  'second-factor': '手机口令',
  audit: '查看记录',
  'audit-chain': '核对记录',
  readers: '谁看过一份档案',
  unit: '单位',
  plan: '一起安排',
  'work-item': '要办的',
  'area-duty': '部门包片',
  'local-setting': '本地定的数',
  adoption: '采用规则书',
  roles: '身份',
  lock: '解锁',
  closing: '停用账号',
  reopening: '启用账号',
  photo: '照片',
  phone: '手机',
  'phone-of': '手机号',
  invitation: '邀请码',
  access: '能不能接触孩子',
  unreached: '没送到的消息',
  training: '培训',
  deed: '记下的事',
  'register-export': '导出的表',
}

const PURPOSES: Record<string, string> = { VISIT: '走访联系', CHECK: '核对资料', REPORT: '上报', OTHER: '其他', adults: '看身边的大人' }

/** {@code OTHER 送药} as 其他：送药; what is no purpose but a subject is said as one. */
export function purposeName(purpose: string | undefined): string {
  if (!purpose) return ''
  const [kind = '', ...rest] = purpose.split(' ')
  if (PURPOSES[kind]) return rest.length ? `${PURPOSES[kind]}：${rest.join(' ')}` : PURPOSES[kind]
  return /^[a-z-]+:\S+$/.test(purpose) ? subjectName(purpose) : purpose
}

/** {@code import:7} as 导入 7. */
export function subjectName(subject: string | undefined): string {
  if (!subject) return ''
  const [kind = '', id = ''] = subject.split(':')
  return `${SUBJECTS[kind] ?? kind} ${id}`.trim()
}
