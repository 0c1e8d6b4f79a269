/** What the phone API says; mirrors the records of the Maven module miniprogram-api. Days are `2026-11-22`. */
export type Day = string
export type Instant = string

export type TieKind = 'CADRE_FAMILY' | 'PARENT' | 'CAREGIVER' | 'VOLUNTEER'
export type TieState = 'REQUESTED' | 'CONFIRMED' | 'REFUSED' | 'REVOKED'
export type Met = 'CHILD' | 'GRANDPARENT' | 'PARENT' | 'OTHER'
export type Topic = 'LIFE_AND_HEALTH' | 'SEXUAL_ABUSE' | 'DROWNING' | 'BULLYING' | 'POLICY'
export type Condition = 'WELL' | 'SO_SO' | 'WORRYING'
export type ContactKind = 'PHONE' | 'VIDEO' | 'WECHAT'
export type ContactLength = 'SHORT' | 'MEDIUM' | 'LONG'
export type WindowState = 'MET' | 'DUE' | 'OVERDUE' | 'AHEAD' | 'NOT_OWED'
export type WishState = 'PROPOSED' | 'OPEN' | 'CLAIMED' | 'FULFILLED' | 'CLOSED'

export interface TieView { id: number, kind: TieKind, state: TieState }
export interface TiesView { ties: TieView[] }
export interface CodeRequest { code: string }
export interface VolunteerRequest { name: string, divisionCode: string }
export interface PhoneSessionView { token: string, expiresAt: Instant, ties: TieView[] }

/** `until` is the first day after the window. */
export interface Window { from: Day, until: Day, state: WindowState }
export interface NextAction { text: string, clause: string, until: Day }
export interface HomeChild {
  id: number
  as: TieKind
  petName: string
  age: number
  sex: string
  villageName: string
  lastVisitOn?: Day
  visitsThisYear: number
  windows: Window[]
  nextAction?: NextAction
}
export interface HomeView { today: Day, ties: TieView[], children: HomeChild[] }

export interface VisitRequest {
  childIds: number[]
  visitedOn: Day
  met: Met[]
  topics: Topic[]
  condition: Condition
  note?: string
  difficulty?: string
  photoIds: number[]
}
export interface RecordedView { id: number }

export interface ContactRequest { childId: number, kind: ContactKind, length: ContactLength, contactedAt: Instant }
export interface ContactView { id: number, contactedAt: Instant, kind: ContactKind, length: ContactLength }

export interface WishView {
  id: number
  alias: string
  ageBand: string
  what: string
  why: string
  valueCapYuan?: number
  state: WishState
  mine: boolean
  deliverBy?: Day
  townshipName: string
}

export interface Problem { title: string, code: string, status: number, fields?: { field: string, message: string }[] }

/** Every call the client makes: method and path → what goes in, what comes back. */
export interface Operations {
  'POST /api/phone/session': { body: CodeRequest, answer: PhoneSessionView }
  'DELETE /api/phone/session': { answer: void }
  'POST /api/phone/session/phone-number': { body: CodeRequest, answer: TiesView }
  'POST /api/phone/session/volunteer': { body: VolunteerRequest, answer: TiesView }
  'GET /api/phone/home': { answer: HomeView }
  'POST /api/phone/visits': { body: VisitRequest, key: string, answer: RecordedView }
  'GET /api/phone/contacts': { query: { childId: number }, answer: ContactView[] }
  'POST /api/phone/contacts': { body: ContactRequest, key: string, answer: RecordedView }
  'DELETE /api/phone/contacts/{id}': { path: { id: number }, answer: void }
  'GET /api/phone/wishes': { answer: WishView[] }
  'POST /api/phone/wishes/{id}/claim': { path: { id: number }, answer: WishView }
}
