import { createRouter, createWebHistory } from 'vue-router'
import { useSession } from '@/session/session'
import { homeOf } from '@/shell/places'
import Shell from '@/shell/Shell.vue'

declare module 'vue-router' {
  interface RouteMeta {
    title: string
    /** Reachable without being signed in. */
    open?: boolean
    /** The place of the rail this page belongs to, where it is not its own name. */
    place?: string
    /** The tab of its place this page belongs to, where it is not its own name. */
    tab?: string
    /** Shows any day of the past; every other page is about today. */
    past?: boolean
  }
}

export const router = createRouter({
  history: createWebHistory('/admin/'),
  routes: [
    { path: '/sign-in', name: 'sign-in', component: () => import('@/session/SignInPage.vue'), meta: { title: '登录', open: true } },
    { path: '/second-factor', name: 'second-factor', component: () => import('@/session/SecondFactorPage.vue'), meta: { title: '手机口令' } },
    { path: '/password', name: 'password', component: () => import('@/session/PasswordPage.vue'), meta: { title: '换密码' } },
    { path: '/print/coverage', name: 'print-coverage', component: () => import('@/coverage/CoveragePrint.vue'), meta: { title: '覆盖', past: true } },
    { path: '/print/children', name: 'print-children', component: () => import('@/children/ChildrenPrint.vue'), meta: { title: '儿童', past: true } },
    { path: '/print/wishes', name: 'print-wishes', component: () => import('@/wish/WishMonthsPrint.vue'), meta: { title: '这一年的微心愿' } },
    { path: '/print/invitations/:id(\\d+)', name: 'print-invitation', component: () => import('@/membership/InvitationPrint.vue'), props: number('id'), meta: { title: '邀请码' } },
    {
      path: '/',
      component: Shell,
      meta: { title: '' },
      children: [
        { path: '', name: 'coverage', component: () => import('@/coverage/CoveragePage.vue'), meta: { title: '覆盖', past: true } },
        { path: 'children', name: 'children', component: () => import('@/children/ChildrenPage.vue'), meta: { title: '儿童', past: true } },
        { path: 'children/:id(\\d+)', name: 'child', component: () => import('@/children/CaseFilePage.vue'), props: number('id'), meta: { title: '一人一档', place: 'children' } },
        { path: 'pairing', name: 'pairing', component: () => import('@/pairing/PairingPage.vue'), meta: { title: '结对' } },
        { path: 'volunteers', name: 'volunteers', component: () => import('@/volunteer/VolunteersPage.vue'), meta: { title: '志愿者', place: 'families' } },
        { path: 'volunteers/complaints', name: 'complaints', component: () => import('@/complaint/ComplaintsPage.vue'), meta: { title: '投诉', place: 'families' } },
        { path: 'wishes', name: 'wishes', component: () => import('@/wish/WishesPage.vue'), meta: { title: '微心愿' } },
        { path: 'board', name: 'board', component: () => import('@/board/NeedsPage.vue'), meta: { title: '供需对接' } },
        { path: 'board/offers', name: 'board-offers', component: () => import('@/board/OffersPage.vue'), meta: { title: '能帮的', place: 'board' } },
        { path: 'board/dockings', name: 'board-dockings', component: () => import('@/board/DockingsPage.vue'), meta: { title: '对上的', place: 'board' } },
        { path: 'board/goods', name: 'goods', component: () => import('@/goods/GoodsPage.vue'), meta: { title: '物资', place: 'board' } },
        { path: 'activities', name: 'activities', component: () => import('@/activity/ActivitiesPage.vue'), meta: { title: '关爱活动' } },
        { path: 'requests', name: 'requests', component: () => import('@/membership/RequestsPage.vue'), meta: { title: '认人' } },
        { path: 'requests/invitations', name: 'invitations', component: () => import('@/membership/InvitationsPage.vue'), meta: { title: '邀请码', place: 'requests' } },
        { path: 'imports', name: 'imports', component: () => import('@/roster/ImportsPage.vue'), meta: { title: '导入' } },
        { path: 'imports/:id(\\d+)', name: 'import', component: () => import('@/roster/ImportPage.vue'), props: number('id'), meta: { title: '导入', place: 'imports' } },
        { path: 'refused-rows', name: 'refused-rows', component: () => import('@/roster/RefusedRowsPage.vue'), meta: { title: '没收下的行', place: 'imports' } },
        { path: 'rulebook', name: 'rulebook', component: () => import('@/rulebook/RuleBookPage.vue'), meta: { title: '规则书', past: true } },
        { path: 'work', name: 'work', component: () => import('@/work/WorkPage.vue'), meta: { title: '要办的' } },
        { path: 'plans', name: 'plans', component: () => import('@/plan/PlansPage.vue'), meta: { title: '一起安排', place: 'pairing' } },
        { path: 'plans/:id(\\d+)', name: 'plan', component: () => import('@/plan/PlanPage.vue'), props: number('id'), meta: { title: '一起安排', place: 'pairing' } },
        { path: 'families', name: 'families', component: () => import('@/helper/FamiliesPage.vue'), meta: { title: '爱心家庭' } },
        { path: 'families/:id(\\d+)', name: 'family', component: () => import('@/helper/FamilyPage.vue'), props: number('id'), meta: { title: '一户家庭', place: 'families', tab: 'families' } },
        { path: 'area-duties', name: 'area-duties', component: () => import('@/helper/AreaDutiesPage.vue'), meta: { title: '部门包片', place: 'families' } },
        { path: 'units', name: 'units', component: () => import('@/helper/UnitsPage.vue'), meta: { title: '帮扶单位', place: 'families' } },
        { path: 'units/:id(\\d+)', name: 'unit', component: () => import('@/helper/UnitPage.vue'), props: number('id'), meta: { title: '一个单位', place: 'families', tab: 'units' } },
        { path: 'local-settings', name: 'local-settings', component: () => import('@/helper/LocalSettingsPage.vue'), meta: { title: '本地定的数', place: 'families' } },
        { path: 'approvals', name: 'approvals', component: () => import('@/pairing/ApprovalsPage.vue'), meta: { title: '例外待批', place: 'pairing' } },
        { path: 'register', name: 'register', component: () => import('@/register/RegisterPage.vue'), meta: { title: '台账', past: true } },
        { path: 'register/refresh', name: 'refresh', component: () => import('@/register/RefreshPage.vue'), meta: { title: '三月底更新', place: 'register', past: true } },
        { path: 'register/quarters', name: 'quarters', component: () => import('@/register/QuartersPage.vue'), meta: { title: '季度结果', place: 'register', past: true } },
        { path: 'register/quarters/:year(\\d{4})/:number([1-4])', name: 'quarter-draft', component: () => import('@/register/QuarterDraftPage.vue'), props: numbers('year', 'number'), meta: { title: '季度结果', place: 'register', past: true } },
        { path: 'register/reports/:id(\\d+)', name: 'quarter-report', component: () => import('@/register/QuarterReportPage.vue'), props: number('id'), meta: { title: '季度结果', place: 'register', past: true } },
        { path: 'register/reports/:id(\\d+)/print', name: 'quarter-print', component: () => import('@/register/QuarterPrintPage.vue'), props: number('id'), meta: { title: '打印季度结果', place: 'register' } },
        { path: 'overdue', name: 'overdue', component: () => import('@/obligation/OverduePage.vue'), meta: { title: '应访未访' } },
        { path: 'overdue/lines', name: 'overdue-lines', component: () => import('@/obligation/OverdueLinesPage.vue'), meta: { title: '应访未访', place: 'overdue', tab: 'overdue' } },
        { path: 'overdue/nudges', name: 'nudges', component: () => import('@/obligation/NudgesPage.vue'), meta: { title: '提醒记录', place: 'overdue' } },
        { path: 'overdue/risk', name: 'risk', component: () => import('@/obligation/RiskTiersPage.vue'), meta: { title: '风险等级', place: 'overdue' } },
        { path: 'overdue/undelivered', name: 'undelivered', component: () => import('@/notification/UndeliveredPage.vue'), meta: { title: '没送到的', place: 'overdue' } },
        { path: 'overdue/vacations', name: 'vacations', component: () => import('@/obligation/VacationsPage.vue'), meta: { title: '寒暑假', place: 'overdue' } },
        { path: 'dangers', name: 'dangers', component: () => import('@/danger/DangerPage.vue'), meta: { title: '险情' } },
        { path: 'danger-reporters', name: 'reporter', component: () => import('@/danger/ReporterPage.vue'), meta: { title: '险情报告人' } },
        { path: 'visits', name: 'visits', component: () => import('@/visit/VisitsPage.vue'), meta: { title: '走访记录' } },
        { path: 'visits/:id(\\d+)', name: 'visit', component: () => import('@/visit/VisitPage.vue'), props: number('id'), meta: { title: '一次走访', place: 'visits', tab: 'visits' } },
        { path: 'visits/difficulties', name: 'difficulties', component: () => import('@/visit/DifficultiesPage.vue'), meta: { title: '困难', place: 'visits' } },
        { path: 'visits/contacts', name: 'contact-rhythm', component: () => import('@/visit/ContactRhythmPage.vue'), meta: { title: '亲子联系', place: 'visits' } },
        { path: 'visits/festival', name: 'festival', component: () => import('@/visit/FestivalPage.vue'), meta: { title: '春节回不回来', place: 'visits' } },
        { path: 'visits/set-aside', name: 'set-aside', component: () => import('@/visit/SetAsidePage.vue'), meta: { title: '另存的走访', place: 'visits' } },
        { path: 'accounts', name: 'accounts', component: () => import('@/account/AccountsPage.vue'), meta: { title: '人员账号' } },
        { path: 'audit', name: 'audit', component: () => import('@/audit/AuditPage.vue'), meta: { title: '查看记录' } },
        { path: 'regions', name: 'regions', component: () => import('@/region/RegionPage.vue'), meta: { title: '区划' } },
        { path: ':rest(.*)*', name: 'nowhere', component: () => import('@/shell/NowherePage.vue'), meta: { title: '没有这一页' } },
      ],
    },
  ],
})

function number(name: string) {
  return numbers(name)
}

function numbers(...names: string[]) {
  return (route: { params: Record<string, string | string[]> }) => Object.fromEntries(names.map((name) => [name, Number(route.params[name])]))
}

router.beforeEach(async (to) => {
  const session = useSession()
  if (to.meta.open) return true
  if (!session.person) await session.load()
  if (!session.person) return { name: 'sign-in', query: { from: to.fullPath } }
  if (session.person.secondFactor === 'REQUIRED') return to.name === 'second-factor' || { name: 'second-factor' }
  if (session.person.mustChangePassword) return to.name === 'password' || { name: 'password' }
  if (session.person.secondFactor === 'ENROL') return to.name === 'second-factor' || { name: 'second-factor' }
  if (to.query.on && !to.meta.past) return { ...to, query: { ...to.query, on: undefined } }
  const home = homeOf(session.person.role.role)
  return to.name === 'coverage' && home !== 'coverage' ? { name: home } : true
})

router.afterEach((to) => {
  document.title = `${to.meta.title} · 童行`
})
