import type { VolunteerKind } from '@/api/contract'

const kinds: Record<VolunteerKind, string> = {
  CARING_MOTHER: '爱心妈妈',
  TEACHER: '老师',
  POLICE: '民警',
  MEDIC: '医生护士',
  STUDENT: '大学生',
  ELDER: '五老',
  SOCIAL_WORKER: '社工',
  LEGAL_WORKER: '律师、法律服务',
  COUNSELLOR: '心理咨询',
  NEIGHBOUR: '邻居',
  ORGANISATION: '爱心组织',
  FUND: '爱心基金',
  COMPANY: '爱心企业',
  WORK_TEAM: '工作队',
}

const organisations: VolunteerKind[] = ['ORGANISATION', 'FUND', 'COMPANY', 'WORK_TEAM']

export const volunteer = {
  kinds,
  organisations,
  begin: '我想当爱心妈妈、志愿者',
  title: '报名帮忙',
  who: '你是',
  organisation: '单位、组织的名称',
  idNumber: '身份证号',
  idHint: '镇里每年查一次，只留日子和结果；证号存成密文，谁也看不到',
  place: '想在哪个镇帮忙（九位区划代码）',
  conduct: '先读守则',
  sign: '读过了，我做得到',
  register: '报名',
  asked: '报上了。镇里查过、学过，就能认领心愿',
}
