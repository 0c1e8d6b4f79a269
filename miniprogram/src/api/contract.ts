/** What the phone API says. Written by contract.mjs from miniprogram-api/openapi.json; do not edit. */
/** A day: `2026-11-22`. */
export type Day = string
/** A moment: `2026-11-22T02:26:00Z`. */
export type Instant = string

/** More may come: show one you do not know in a neutral way. */
export type ActivityKind = 'HOLIDAY' | 'VACATION' | 'SAFETY' | 'STATION' | 'PARENTING' | 'PRACTICE' | 'CARE_CLASS'
/** More may come: show one you do not know in a neutral way. */
export type ActivityState = 'PROPOSED' | 'RETURNED' | 'OPEN' | 'OVER' | 'CANCELLED'
/** More may come: show one you do not know in a neutral way. */
export type CompanionKind = 'STUDY' | 'COMPANY'
export type Condition = 'WELL' | 'SO_SO' | 'WORRYING'
/** More may come: show one you do not know in a neutral way. */
export type ConsentDecision = 'GIVEN' | 'REFUSED' | 'WITHDRAWN'
/** More may come: show one you do not know in a neutral way. */
export type ContactKind = 'PHONE' | 'VIDEO' | 'WECHAT' | 'HOME_VISIT'
export type ContactLength = 'SHORT' | 'MEDIUM' | 'LONG'
/** More may come: show one you do not know in a neutral way. */
export type ContactProof = 'SELF_REPORTED' | 'CONFIRMED' | 'DENIED'
/** More may come: show one you do not know in a neutral way. */
export type DangerKind = 'LIVING_ALONE' | 'MISSING' | 'GUARDIAN_INCAPABLE' | 'GUARDIAN_NEGLECTS' | 'DOMESTIC_VIOLENCE' | 'ACCIDENT' | 'UNLAWFUL_HARM' | 'OTHER'
/** More may come: show one you do not know in a neutral way. */
export type DangerState = 'WAITING' | 'ACCEPTED' | 'CLOSED'
/** More may come: show one you do not know in a neutral way. */
export type DeliveryWay = 'STATION' | 'WITH_FAMILY'
export type DifficultyKind = 'MONEY' | 'AFFECTION' | 'EDUCATION' | 'SAFETY'
/** More may come: show one you do not know in a neutral way. */
export type DockingState = 'DOCKED' | 'DONE' | 'FELL_THROUGH'
/** More may come: show one you do not know in a neutral way. */
export type DraftKind = 'VISIT' | 'DANGER'
/** More may come: show one you do not know in a neutral way. */
export type DutyDeed = 'VISIT' | 'CARE_ACTIVITY' | 'CONTACT' | 'UPDATE' | 'GUIDANCE' | 'TRAINING'
/** More may come: show one you do not know in a neutral way. */
export type HandOverPhotoState = 'WAITING' | 'CHECKING' | 'SHOWN' | 'UNSURE' | 'REFUSED'
/** More may come: show one you do not know in a neutral way. */
export type HelpCategory = 'GOODS' | 'SERVICE' | 'SKILL' | 'MONEY'
/** More may come: show one you do not know in a neutral way. */
export type HelpOccasion = 'WISH' | 'COMPANION' | 'ACTIVITY'
/** More may come: show one you do not know in a neutral way. */
export type HelperState = 'OFFERED' | 'CONFIRMED' | 'DECLINED' | 'WITHDRAWN'
/** More may come: show one you do not know in a neutral way. */
export type HomeComing = 'YES' | 'NO' | 'NOT_SURE'
/** More may come: show one you do not know in a neutral way. */
export type MeetingPlace = 'STATION' | 'SCHOOL' | 'CHILDREN_HOME' | 'OUTDOORS'
/** More may come: show one you do not know in a neutral way. */
export type MeetingPresent = 'GUARDIAN' | 'FAMILY' | 'DIRECTOR' | 'TEACHER' | 'STATION_STAFF'
export type Met = 'CHILD' | 'GRANDPARENT' | 'PARENT' | 'OTHER'
export type MissedReason = 'NOBODY_HOME' | 'AWAY' | 'AT_SCHOOL' | 'IN_HOSPITAL' | 'TURNED_AWAY' | 'ROAD_CLOSED' | 'OTHER'
/** More may come: show one you do not know in a neutral way. */
export type Mood = 'GLAD' | 'AS_USUAL' | 'WORRIED'
/** More may come: show one you do not know in a neutral way. */
export type NeedState = 'PROPOSED' | 'RETURNED' | 'OPEN' | 'LATE' | 'DOCKED' | 'MET' | 'CANCELLED'
export type NeglectBy = 'PARENTS' | 'CAREGIVER'
/** More may come: show one you do not know in a neutral way. */
export type ProblemCode = 'INVALID_REQUEST' | 'FILE_UNREADABLE' | 'SIGNED_OUT' | 'CREDENTIALS_WRONG' | 'CODE_WRONG' | 'WECHAT_CODE_INVALID' | 'ROLE_MAY_NOT' | 'NO_ROLE_NOW' | 'SECOND_FACTOR_NEEDED' | 'PASSWORD_MUST_CHANGE' | 'NOT_FOUND' | 'METHOD_NOT_ALLOWED' | 'MEDIA_TYPE_NOT_SUPPORTED' | 'FILE_TOO_LARGE' | 'ALREADY_THERE' | 'STALE' | 'CHILD_ALREADY_PAIRED' | 'PAIRING_BREAKS_A_RULE' | 'PAIRING_ENDED' | 'REQUEST_WAITING' | 'ALREADY_DECIDED' | 'PLAN_NOT_READY' | 'TOO_LATE_TO_UNDO' | 'IMPORT_NOT_READY' | 'WORKBOOK_DELETED' | 'MEMBERSHIP_DECIDED' | 'WISH_TAKEN' | 'WISH_NOT_YET' | 'WISH_MOVED_ON' | 'BOARD_MOVED_ON' | 'ACTIVITY_MOVED_ON' | 'STOCK_TOO_SMALL' | 'NOTHING_TO_CERTIFY' | 'PROMISES_FULL' | 'DAY_TOO_LATE' | 'VOLUNTEER_NOT_READY' | 'ID_NUMBER_WRONG' | 'TOO_YOUNG' | 'NEEDS_ANOTHER_PERSON' | 'ROLES_CLASH' | 'DIVISION_IN_USE' | 'WORDING_TELLS_TOO_MUCH' | 'EXPORT_NOT_READY' | 'FIGURES_CHANGED' | 'UNIT_IN_USE' | 'PASSWORD_TOO_WEAK' | 'FACT_DAYS_IMPOSSIBLE' | 'PURPOSE_MISSING' | 'REASON_NEEDED' | 'VISIT_SET_ASIDE' | 'KEY_USED' | 'PHONE_NUMBER_NEEDED' | 'FILE_NOT_THERE' | 'PHOTO_HELD' | 'CONSENT_TEXT_OLD' | 'CAPTION_FONT_MISSING' | 'SMS_CODE_WRONG' | 'INVITATION_INVALID' | 'ADULT_KEPT_AWAY' | 'ACCOUNT_LOCKED' | 'TOO_OFTEN' | 'WECHAT_UNREACHABLE' | 'SMS_UNREACHABLE' | 'FILES_UNREACHABLE' | 'STORE_UNREACHABLE' | 'UNEXPECTED'
/** More may come: show one you do not know in a neutral way. */
export type RemarkKind = 'COMMENT' | 'QUESTION' | 'ANSWER' | 'THANKS'
export type SafetyFinding = 'FINE' | 'REMOVED' | 'REPORTED'
export type SafetyItem = 'ELECTRICITY' | 'GAS' | 'WATER' | 'FIRE' | 'FOOD' | 'WATER_HAZARDS'
/** More may come: show one you do not know in a neutral way. */
export type SetAsideCause = 'SAME_KEY_OTHER_CONTENT' | 'NOT_PAIRED_THAT_DAY' | 'FACET_CHANGED'
/** More may come: show one you do not know in a neutral way. */
export type SetAsideState = 'WAITING' | 'RECORDED' | 'DISMISSED'
/** More may come: show one you do not know in a neutral way. */
export type SignUpState = 'SIGNED' | 'WAITING' | 'WITHDRAWN'
export type SubscribeResult = 'ACCEPT' | 'REJECT' | 'BAN' | 'FILTER'
/** More may come: show one you do not know in a neutral way. */
export type SubscribeTopic = 'DUE' | 'DECISION' | 'WISH'
/** More may come: show one you do not know in a neutral way. */
export type ThanksState = 'WAITING' | 'SHOWN' | 'RETURNED'
/** More may come: show one you do not know in a neutral way. */
export type TieKind = 'CADRE_FAMILY' | 'PARENT' | 'CAREGIVER' | 'VOLUNTEER' | 'CHILD_DIRECTOR' | 'CHILD_SUPERVISOR'
/** More may come: show one you do not know in a neutral way. */
export type TieState = 'REQUESTED' | 'CONFIRMED' | 'REFUSED' | 'REVOKED'
export type Topic = 'LIFE_AND_HEALTH' | 'SEXUAL_ABUSE' | 'DROWNING' | 'BULLYING' | 'POLICY' | 'FIRE' | 'TRAFFIC'
export type VisitOutcome = 'MET' | 'TRIED'
export type Visitor = 'MYSELF' | 'FAMILY_MEMBER' | 'COLLEAGUE' | 'VILLAGE_STAFF' | 'OTHER'
/** More may come: show one you do not know in a neutral way. */
export type VolunteerKind = 'CARING_MOTHER' | 'TEACHER' | 'POLICE' | 'MEDIC' | 'STUDENT' | 'ELDER' | 'SOCIAL_WORKER' | 'LEGAL_WORKER' | 'COUNSELLOR' | 'NEIGHBOUR' | 'ORGANISATION' | 'FUND' | 'COMPANY' | 'WORK_TEAM'
/** More may come: show one you do not know in a neutral way. */
export type WindowState = 'MET' | 'DUE' | 'OVERDUE' | 'AHEAD' | 'NOT_OWED'
/** More may come: show one you do not know in a neutral way. */
export type WishKind = 'THING' | 'OUTING' | 'CALL' | 'LESSON' | 'COMPANY'
/** More may come: show one you do not know in a neutral way. */
export type WishState = 'PROPOSED' | 'RETURNED' | 'OPEN' | 'CLAIMED' | 'ARRANGED' | 'FULFILLED' | 'CANCELLED'

export interface AccompaniedView {
  age: number
  id: number
  kind: CompanionKind
  meetings: MeetingView[]
  petName: string
  plan: string
  since: Day
  townshipName: string
}
export interface ActivityChildView {
  childId: number
  petName: string
  state?: SignUpState
}
export interface ActivityConsentView {
  text: string
  version: string
}
export interface ActivitySignUpRequest {
  consentVersion: string
}
export interface ActivityView {
  about: string
  children: ActivityChildView[]
  endsAt: Instant
  helping?: HelperState
  id: number
  kind: ActivityKind
  left: number
  mayHelp: boolean
  place: string
  responsible: string
  safetyPlan: string
  saidFor?: string
  startsAt: Instant
  state: ActivityState
  title: string
}
export interface ArrangeRequest {
  deliverBy: Day
  way: DeliveryWay
}
export interface ArrivalRequest {
  on: Day
  photoId?: number
}
export interface BriefView {
  age: number
  as: TieKind
  birthdayOn?: Day
  changes: ChangeView[]
  childId: number
  difficulties: DifficultyView[]
  expiresAt: Instant
  facets: FacetView[]
  handOver?: string
  livesWith?: string
  petName: string
  promises: PromiseView[]
  season: SeasonView
  siblingIds: number[]
  since?: Day
  topics: TopicView[]
  villageName: string
}
export interface CertificateLineView {
  on: Day
  what: string
}
export interface CertificateView {
  fromOn: Day
  id: number
  issuedOn: Day
  lines: CertificateLineView[]
  minutes: number
  number: string
  placeName: string
  revoked: boolean
  times: number
  untilOn: Day
}
export interface ChangeView {
  on: Day
  text: string
}
export interface ChildFinding {
  childId: number
  condition?: Condition
  facets: FacetNote[]
}
export interface ChildNeedView {
  category: HelpCategory
  difficultyId?: number
  docked: number
  id: number
  measure: string
  purpose?: string
  quantity: number
  returnedFor?: string
  state: NeedState
  untilOn: Day
  version: number
  what: string
}
export interface ChildWishView {
  deliverBy?: Day
  fulfilledOn?: Day
  id: number
  kind: WishKind
  photoId?: number
  photoState?: HandOverPhotoState
  returnedFor?: string
  state: WishState
  thanks?: string
  thanksState?: ThanksState
  valueCapYuan?: number
  way?: DeliveryWay
  what: string
  why: string
}
export interface CodeRequest {
  code: string
}
export interface CompanyView {
  id: number
  kind: CompanionKind
  meetings: MeetingView[]
  plan: string
  since: Day
  volunteerName: string
}
export interface ConductView {
  text: string
  version: string
}
export interface ConfirmationRequest {
  asTold: boolean
}
export interface ContactRequest {
  childId: number
  contactedAt: Instant
  kind: ContactKind
  length: ContactLength
  mood?: Mood
  words?: string
}
export interface ContactToConfirmView {
  by: string
  childId: number
  contactedAt: Instant
  id: number
  kind: ContactKind
  petName: string
}
export interface ContactView {
  contactedAt: Instant
  id: number
  kind: ContactKind
  length: ContactLength
  mood?: Mood
  proof: ContactProof
  words?: string
}
export interface DangerReceiptView {
  at: Instant
  name: string
}
export interface DangerRequest {
  calledPolice?: boolean
  childId?: number
  childWords?: string
  discoveredAt: Instant
  divisionCode?: string
  kind: DangerKind
  reportedAt: Instant
  words?: string
}
export interface DangerView {
  acceptedAt?: Instant
  acceptedBy?: string
  closedAt?: Instant
  discoveredAt: Instant
  id: number
  kind: DangerKind
  receivedAt: Instant
  reportedAt: Instant
  shownTo: DangerReceiptView[]
  state: DangerState
}
export interface DifficultyRequest {
  kind: DifficultyKind
  until?: Day
  who?: string
  words: string
}
export interface DifficultyView {
  effect?: string
  foundOn: Day
  id: number
  kind?: DifficultyKind
  solved: boolean
  steps: StepView[]
  until?: Day
  who?: string
  words: string
}
export interface DraftRequest {
  content: string
  kind: DraftKind
  revision?: number
}
export interface DraftView {
  content: string
  key: string
  kind: DraftKind
  revision: number
  savedAt: Instant
}
export interface DutyPhoneView {
  name: string
  phone: string
}
export interface DutyView {
  child: MyChildView
  clause: string
  deed: DutyDeed
  efforts: number
  lastDoneOn?: Day
  overdue: boolean
  text: string
  title: string
  until: Day
}
export interface FacetNote {
  facet: string
  replaces?: number
  words: string
}
export interface FacetView {
  facet: string
  label: string
  revision: number
  words?: string
  writtenOn?: Day
}
export interface FestivalAnswerView {
  childId: number
  coming?: HomeComing
}
export interface FestivalRequest {
  childId: number
  coming: HomeComing
}
export interface FestivalView {
  answers: FestivalAnswerView[]
  year: number
}
export interface FieldProblem {
  field: string
  message: string
}
export interface FoundNeed {
  childId: number
  need: PlainNeed
}
export interface HelpComplaint {
  about: string
  volunteer: number
}
export interface HelpView {
  complained: boolean
  name?: string
  occasion: HelpOccasion
  on: Day
  volunteer: number
  what: string
}
export interface HomeChild {
  age: number
  as: TieKind
  id: number
  lastVisitOn?: Day
  nextAction?: NextAction
  petName: string
  sex: string
  villageName: string
  visitsThisYear: number
  windows: Window[]
}
export interface HomeView {
  children: HomeChild[]
  questions: number
  setAside: number
  ties: TieView[]
  toConfirm: number
  today: Day
}
export interface InvitableView {
  adultId: number
  name: string
  open: boolean
  relation: string
  tied: boolean
}
export interface InvitationRequest {
  adultId: number
}
export interface InvitationView {
  code: string
  expiresAt: Instant
  id: number
  kind: TieKind
  name?: string
  relation?: string
}
export interface MeetingRequest {
  did: string
  on: Day
  place: MeetingPlace
  present: MeetingPresent[]
}
export interface MeetingView {
  did: string
  id: number
  on: Day
  place: MeetingPlace
  present: MeetingPresent[]
}
export interface MyChildView {
  age: number
  as: TieKind
  id: number
  lastVisitOn?: Day
  petName: string
  sex: string
  villageName: string
}
export interface NeedAgain {
  need: PlainNeed
  version: number
}
export interface NeedRequest {
  difficultyId?: number
  need: PlainNeed
}
export interface NeedView {
  category: HelpCategory
  divisionCode: string
  fromOn: Day
  id: number
  left: number
  measure: string
  purpose?: string
  townshipName: string
  untilOn: Day
  what: string
}
export interface Neglect {
  by: NeglectBy
  words: string
}
export interface NextAction {
  clause: string
  text: string
  until: Day
}
export interface OfferDockingView {
  endedOn?: Day
  quantity: number
  state: DockingState
  what: string
}
export interface OfferPlaceView {
  divisionCode: string
  name: string
}
export interface OfferRequest {
  category: HelpCategory
  divisionCode: string
  fromOn: Day
  measure: string
  needId?: number
  quantity: number
  untilOn: Day
  what: string
}
export interface OfferView {
  category: HelpCategory
  docked: number
  dockings: OfferDockingView[]
  fromOn: Day
  id: number
  measure: string
  quantity: number
  townshipName: string
  untilOn: Day
  what: string
  withdrawn: boolean
}
export interface PaperConsentRequest {
  childId: number
  photoId: number
  relation: string
  version: string
}
export interface PhoneSessionView {
  expiresAt: Instant
  ties: TieView[]
  token: string
  vaultKey: string
}
export interface PhotoConsentRequest {
  childId: number
  decision: ConsentDecision
  version: string
}
export interface PhotoConsentView {
  inForce: boolean
  own?: ConsentDecision
  ownAt?: Instant
  text: string
  version: string
}
export interface PhotoLinkView {
  thumbnailUrl: string
  until: Instant
  url: string
}
export interface PhotoTicketView {
  fields: Record<string, string>
  largestBytes: number
  ticket: number
  until: Instant
  url: string
}
export interface Place {
  accuracyMetres?: number
  at?: Instant
  latitude: number
  longitude: number
}
export interface PlainNeed {
  category: HelpCategory
  measure: string
  purpose?: string
  quantity: number
  untilOn: Day
  what: string
}
export interface Problem {
  code: ProblemCode
  fields?: FieldProblem[]
  reference?: string
  setAsideId?: number
  status: number
  title: string
}
export interface PromiseRequest {
  dueOn?: Day
  words: string
}
export interface PromiseView {
  dueOn?: Day
  id: number
  madeOn: Day
  words: string
}
export interface RecordedView {
  id: number
}
export interface RedemptionRequest {
  code: string
}
export interface RemarkView {
  at: Instant
  by: string
  id: number
  kind: RemarkKind
  mine: boolean
  words?: string
}
export interface ReminderChoiceRequest {
  muted: boolean
  weeklyOn: 'MONDAY' | 'TUESDAY' | 'WEDNESDAY' | 'THURSDAY' | 'FRIDAY' | 'SATURDAY' | 'SUNDAY'
}
export interface ReminderRequest {
  day?: 'MONDAY' | 'TUESDAY' | 'WEDNESDAY' | 'THURSDAY' | 'FRIDAY' | 'SATURDAY' | 'SUNDAY'
}
export interface ReminderView {
  day?: 'MONDAY' | 'TUESDAY' | 'WEDNESDAY' | 'THURSDAY' | 'FRIDAY' | 'SATURDAY' | 'SUNDAY'
}
export interface SafetyCheck {
  finding: SafetyFinding
  item: SafetyItem
  words?: string
}
export interface SeasonView {
  title: string
  words: string
}
export interface SetAsideView {
  cause: SetAsideCause
  childIds: number[]
  decision?: string
  id: number
  key: string
  receivedAt: Instant
  state: SetAsideState
  text: string
  visitId?: number
  visitedOn: Day
}
export interface SmsCodeRequest {
  phone: string
}
export interface SmsCodeView {
  againAt: Instant
  expiresAt: Instant
}
export interface SmsSignInRequest {
  code: string
  phone: string
}
export interface SolutionRequest {
  effect: string
}
export interface StepView {
  by: string
  on: Day
  words: string
}
export interface SubscribeAnswer {
  result: SubscribeResult
  templateId: string
}
export interface SubscribeAnswersRequest {
  answers: SubscribeAnswer[]
}
export interface SubscriptionView {
  left: number
  templateId: string
  topic: SubscribeTopic
}
export interface SubscriptionsView {
  muted: boolean
  templates: SubscriptionView[]
  weeklyOn: 'MONDAY' | 'TUESDAY' | 'WEDNESDAY' | 'THURSDAY' | 'FRIDAY' | 'SATURDAY' | 'SUNDAY'
}
export interface ThanksRequest {
  text: string
}
export interface TieView {
  id: number
  kind: TieKind
  placeName?: string
  state: TieState
}
export interface TiesView {
  ties: TieView[]
}
export interface TopicView {
  topic: Topic
  words: string
}
export interface TownshipView {
  code: string
  name: string
}
export interface VisitRequest {
  as?: TieKind
  begunAt?: Instant
  childIds: number[]
  children?: ChildFinding[]
  condition?: Condition
  difficulties?: DifficultyRequest[]
  difficulty?: string
  guardianTopics?: Topic[]
  keptPromiseIds?: number[]
  met: Met[]
  missedReason?: MissedReason
  missedWords?: string
  needs?: FoundNeed[]
  neglect?: Neglect
  note?: string
  outcome?: VisitOutcome
  photoIds: number[]
  place?: Place
  promises?: PromiseRequest[]
  safety?: SafetyCheck[]
  savedAt?: Instant
  topics: Topic[]
  visitedOn: Day
  went?: Visitor[]
}
export interface VisitToConfirmView {
  as: TieKind
  by: string
  childIds: number[]
  id: number
  visitedOn: Day
}
export interface VisitView {
  as: TieKind
  by: string
  childIds: number[]
  condition?: Condition
  confirmed?: boolean
  id: number
  met: Met[]
  mine: boolean
  missedReason?: MissedReason
  outcome: VisitOutcome
  photoIds: number[]
  photosHeld: number
  remarks: RemarkView[]
  topics: Topic[]
  visitedOn: Day
  words?: string
}
export interface VolunteerPlaceView {
  code: string
  name: string
  state: TieState
}
export interface VolunteerRequest {
  codeVersion: string
  divisionCode: string
  idNumber: string
  kind: VolunteerKind
  name: string
  organisation?: string
}
export interface VolunteerView {
  kind: VolunteerKind
  name: string
  organisation?: string
  places: VolunteerPlaceView[]
  ready: boolean
  screenedUntil?: Day
  suspended: boolean
  trainedUntil?: Day
}
export interface Window {
  from: Day
  state: WindowState
  until: Day
}
export interface WishRequest {
  kind: WishKind
  valueCapYuan?: number
  what: string
  why: string
}
export interface WishView {
  ageBand: string
  alias: string
  arrangeBy?: Day
  deliverBy?: Day
  familyUntil?: Instant
  id: number
  kind: WishKind
  mine: boolean
  ofMyChild: boolean
  photoId?: number
  state: WishState
  thanks?: string
  townshipName: string
  valueCapYuan?: number
  way?: DeliveryWay
  what: string
  why: string
}
export interface WordsRequest {
  words: string
}

/** Every call: method and path → what goes in, what comes back. A photo goes up with `upload`, a picture comes with `picture`. */
export interface Operations {
  'GET /api/phone/activities': { answer: ActivityView[] }
  'GET /api/phone/activities/consent': { answer: ActivityConsentView }
  'PUT /api/phone/activities/{id}/help': { path: { id: number }, answer: ActivityView }
  'DELETE /api/phone/activities/{id}/help': { path: { id: number }, answer: void }
  'PUT /api/phone/activities/{id}/sign-ups/{childId}': { path: { id: number, childId: number }, body: ActivitySignUpRequest, answer: ActivityView }
  'DELETE /api/phone/activities/{id}/sign-ups/{childId}': { path: { id: number, childId: number }, answer: void }
  'GET /api/phone/certificates': { answer: CertificateView[] }
  'GET /api/phone/children': { query?: { q?: string, page?: number }, answer: MyChildView[] }
  'GET /api/phone/children/{id}/brief': { path: { id: number }, answer: BriefView }
  'GET /api/phone/companion/children': { answer: AccompaniedView[] }
  'GET /api/phone/companion/of-child/{childId}': { path: { childId: number }, answer: CompanyView[] }
  'POST /api/phone/companion/{id}/meetings': { path: { id: number }, body: MeetingRequest, answer: MeetingView }
  'GET /api/phone/complaints/of-child/{childId}': { path: { childId: number }, answer: HelpView[] }
  'POST /api/phone/complaints/of-child/{childId}': { path: { childId: number }, body: HelpComplaint, answer: void }
  'GET /api/phone/contacts': { query: { childId: number }, answer: ContactView[] }
  'POST /api/phone/contacts': { body: ContactRequest, key: string, answer: RecordedView }
  'GET /api/phone/contacts/festival': { answer: FestivalView }
  'PUT /api/phone/contacts/festival': { body: FestivalRequest, answer: FestivalView }
  'GET /api/phone/contacts/reminder': { answer: ReminderView }
  'PUT /api/phone/contacts/reminder': { body: ReminderRequest, answer: ReminderView }
  'GET /api/phone/contacts/to-confirm': { answer: ContactToConfirmView[] }
  'DELETE /api/phone/contacts/{id}': { path: { id: number }, answer: void }
  'POST /api/phone/contacts/{id}/confirmation': { path: { id: number }, body: ConfirmationRequest, answer: void }
  'GET /api/phone/dangers': { answer: DangerView[] }
  'POST /api/phone/dangers': { body: DangerRequest, key: string, answer: DangerView }
  'GET /api/phone/dangers/children': { answer: number[] }
  'GET /api/phone/dangers/phones': { answer: DutyPhoneView[] }
  'GET /api/phone/dangers/{id}': { path: { id: number }, answer: DangerView }
  'GET /api/phone/difficulties': { query: { childId: number }, answer: DifficultyView[] }
  'POST /api/phone/difficulties/{id}/solution': { path: { id: number }, body: SolutionRequest, answer: void }
  'POST /api/phone/difficulties/{id}/steps': { path: { id: number }, body: WordsRequest, answer: RecordedView }
  'GET /api/phone/drafts': { answer: DraftView[] }
  'PUT /api/phone/drafts/{key}': { path: { key: string }, body: DraftRequest, answer: DraftView }
  'DELETE /api/phone/drafts/{key}': { path: { key: string }, answer: void }
  'GET /api/phone/duties': { answer: DutyView[] }
  'GET /api/phone/home': { answer: HomeView }
  'GET /api/phone/invitations': { answer: InvitationView[] }
  'POST /api/phone/invitations': { body: InvitationRequest, answer: InvitationView }
  'GET /api/phone/invitations/people': { query: { childId: number }, answer: InvitableView[] }
  'POST /api/phone/invitations/redemption': { body: RedemptionRequest, answer: TiesView }
  'DELETE /api/phone/invitations/{id}': { path: { id: number }, answer: void }
  'GET /api/phone/needs': { answer: NeedView[] }
  'GET /api/phone/needs/of-child/{childId}': { path: { childId: number }, answer: ChildNeedView[] }
  'POST /api/phone/needs/of-child/{childId}': { path: { childId: number }, body: NeedRequest, answer: ChildNeedView }
  'PUT /api/phone/needs/{id}': { path: { id: number }, body: NeedAgain, answer: ChildNeedView }
  'GET /api/phone/offers': { answer: OfferView[] }
  'POST /api/phone/offers': { body: OfferRequest, answer: OfferView }
  'GET /api/phone/offers/places': { answer: OfferPlaceView[] }
  'DELETE /api/phone/offers/{id}': { path: { id: number }, answer: void }
  'GET /api/phone/photo-consents': { query: { childId: number }, answer: PhotoConsentView }
  'POST /api/phone/photo-consents': { body: PhotoConsentRequest, answer: RecordedView }
  'POST /api/phone/photo-consents/papers': { body: PaperConsentRequest, answer: RecordedView }
  'POST /api/phone/photos/tickets': { answer: PhotoTicketView }
  'POST /api/phone/photos/tickets/{ticket}/completion': { path: { ticket: number }, answer: RecordedView }
  'DELETE /api/phone/photos/{id}': { path: { id: number }, answer: void }
  'GET /api/phone/photos/{id}/link': { path: { id: number }, answer: PhotoLinkView }
  'POST /api/phone/promises/{id}/keeping': { path: { id: number }, answer: void }
  'POST /api/phone/session': { body: CodeRequest, answer: PhoneSessionView }
  'DELETE /api/phone/session': { answer: void }
  'DELETE /api/phone/session/everywhere': { answer: void }
  'POST /api/phone/session/phone-number': { body: CodeRequest, answer: TiesView }
  'POST /api/phone/session/sms': { body: SmsSignInRequest, answer: PhoneSessionView }
  'POST /api/phone/session/sms/codes': { body: SmsCodeRequest, answer: SmsCodeView }
  'POST /api/phone/session/sms/phone-number': { body: SmsSignInRequest, answer: TiesView }
  'GET /api/phone/subscriptions': { answer: SubscriptionsView }
  'POST /api/phone/subscriptions/answers': { body: SubscribeAnswersRequest, key: string, answer: SubscriptionsView }
  'PUT /api/phone/subscriptions/choice': { body: ReminderChoiceRequest, answer: SubscriptionsView }
  'GET /api/phone/ties': { answer: TiesView }
  'DELETE /api/phone/ties': { answer: void }
  'DELETE /api/phone/ties/{id}': { path: { id: number }, answer: void }
  'GET /api/phone/visits': { query: { childId: number }, answer: VisitView[] }
  'POST /api/phone/visits': { body: VisitRequest, key: string, answer: RecordedView }
  'GET /api/phone/visits/set-aside': { answer: SetAsideView[] }
  'GET /api/phone/visits/to-confirm': { answer: VisitToConfirmView[] }
  'GET /api/phone/visits/{id}': { path: { id: number }, answer: VisitView }
  'POST /api/phone/visits/{id}/answers': { path: { id: number }, body: WordsRequest, answer: RecordedView }
  'POST /api/phone/visits/{id}/confirmation': { path: { id: number }, body: ConfirmationRequest, answer: void }
  'GET /api/phone/volunteer': { answer: VolunteerView }
  'PUT /api/phone/volunteer': { body: VolunteerRequest, answer: VolunteerView }
  'DELETE /api/phone/volunteer': { answer: void }
  'GET /api/phone/volunteer/code': { answer: ConductView }
  'PUT /api/phone/volunteer/places/{code}': { path: { code: string }, answer: VolunteerView }
  'DELETE /api/phone/volunteer/places/{code}': { path: { code: string }, answer: VolunteerView }
  'GET /api/phone/volunteer/townships': { query: { q: string }, answer: TownshipView[] }
  'GET /api/phone/wishes': { answer: WishView[] }
  'GET /api/phone/wishes/of-child/{childId}': { path: { childId: number }, answer: ChildWishView[] }
  'POST /api/phone/wishes/of-child/{childId}': { path: { childId: number }, body: WishRequest, answer: ChildWishView }
  'PUT /api/phone/wishes/{id}/arrangement': { path: { id: number }, body: ArrangeRequest, answer: WishView }
  'PUT /api/phone/wishes/{id}/arrival': { path: { id: number }, body: ArrivalRequest, answer: ChildWishView }
  'POST /api/phone/wishes/{id}/claim': { path: { id: number }, answer: WishView }
  'DELETE /api/phone/wishes/{id}/claim': { path: { id: number }, query: { reason: string }, answer: void }
  'PUT /api/phone/wishes/{id}/thanks': { path: { id: number }, body: ThanksRequest, answer: ChildWishView }
}
