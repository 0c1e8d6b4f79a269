// What the branch that talks to WeChat adds to the contract; goes when it is merged and `npm run contract` has written it.
export {}


declare module './contract' {
  type DayOfWeek = 'MONDAY' | 'TUESDAY' | 'WEDNESDAY' | 'THURSDAY' | 'FRIDAY' | 'SATURDAY' | 'SUNDAY'
  type SubscribeTopic = 'DUE' | 'DECISION' | 'WISH'
  type SubscribeResult = 'ACCEPT' | 'REJECT' | 'BAN' | 'FILTER'
  interface InvitationRequest { adultId: number }
  interface InvitableView { adultId: number, relation: string, name: string, tied: boolean, open: boolean }
  interface InvitationView { id: number, kind: TieKind, relation?: string, name?: string, code: string, expiresAt: Instant }
  interface RedemptionRequest { code: string }
  interface SmsCodeRequest { phone: string }
  interface SmsSignInRequest { phone: string, code: string }
  interface SmsCodeView { againAt: Instant, expiresAt: Instant }
  interface SubscribeAnswersRequest { answers: SubscribeAnswer[] }
  interface SubscribeAnswer { templateId: string, result: SubscribeResult }
  interface ReminderChoiceRequest { weeklyOn: DayOfWeek, muted: boolean }
  interface SubscriptionsView { templates: SubscriptionView[], weeklyOn: DayOfWeek, muted: boolean }
  interface SubscriptionView { templateId: string, topic: SubscribeTopic, left: number }
  interface TieView { placeName?: string }
  type ExtraProblemCode = 'SMS_CODE_WRONG' | 'INVITATION_INVALID'
  interface Operations {
    'GET /api/phone/invitations/people': { query: { childId: number }, answer: InvitableView[] }
    'POST /api/phone/invitations': { body: InvitationRequest, answer: InvitationView }
    'GET /api/phone/invitations': { answer: InvitationView[] }
    'DELETE /api/phone/invitations/{id}': { path: { id: number }, answer: void }
    'POST /api/phone/invitations/redemption': { body: RedemptionRequest, answer: TiesView }
    'POST /api/phone/session/sms/codes': { body: SmsCodeRequest, answer: SmsCodeView }
    'POST /api/phone/session/sms': { body: SmsSignInRequest, answer: PhoneSessionView }
    'POST /api/phone/session/sms/phone-number': { body: SmsSignInRequest, answer: TiesView }
    'GET /api/phone/subscriptions': { answer: SubscriptionsView }
    'POST /api/phone/subscriptions/answers': { key: string, body: SubscribeAnswersRequest, answer: SubscriptionsView }
    'PUT /api/phone/subscriptions/choice': { body: ReminderChoiceRequest, answer: SubscriptionsView }
    'GET /api/phone/ties': { answer: TiesView }
    'DELETE /api/phone/ties/{id}': { path: { id: number }, answer: void }
    'DELETE /api/phone/ties': { answer: void }
    'DELETE /api/phone/session/everywhere': { answer: void }
  }
}
