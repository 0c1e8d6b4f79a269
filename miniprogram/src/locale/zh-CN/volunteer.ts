import { day } from './days'
import type { CompanionKind, Day, VolunteerKind } from '@/api/contract'

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
  place: '想在哪个镇、街道帮忙',
  find: '找',
  drop: '去掉',
  noPlace: '没找到，写全一点再找',
  chosenPlaces: '想帮的地方，可以不止一个',
  places: '我在哪里帮忙',
  addPlace: '再加一个地方',
  placeAsked: '报上了，等那里的人点头',
  placeLeft: '不在那里帮了，没送的心愿退回墙上',
  leavePlace: '不帮了',
  suspended: '停着，镇里在问一件事',
  readyUntil: (value: Day) => `查询、培训管到 ${value.slice(0, 4)} 年 ${day(value)}`,
  notReady: '等镇里查询、培训',
  conduct: '先读守则',
  sign: '读过了，我做得到',
  register: '报名',
  children: '我陪的孩子',
  companies: { STUDY: '一对一助学', COMPANY: '陪伴' } satisfies Record<CompanionKind, string>,
  since: (value: Day) => `${day(value)}起`,
  childrenHint: '约在写好的地方见。不去孩子家、不加微信、不拍照；有事找镇里。',
  asked: '报上了。镇里查过、学过，就能认领心愿',
}
