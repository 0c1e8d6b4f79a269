import { shallowRef } from 'vue'
import { platform, type PrivacyQuestion } from '@/platform'

/** What WeChat wants to know before it hands out anything personal; the open page puts the question. */
export const privacyQuestion = shallowRef<PrivacyQuestion>()

export function watchPrivacy(): void {
  platform.onPrivacyQuestion((question) => {
    // A second question takes over from the first; WeChat holds both calls until each is answered.
    const earlier = privacyQuestion.value
    privacyQuestion.value = earlier === undefined ? question : both(earlier, question)
  })
}

export function answerPrivacy(agreed: boolean): void {
  const question = privacyQuestion.value
  privacyQuestion.value = undefined
  if (agreed) question?.agree()
  else question?.refuse()
}

function both(one: PrivacyQuestion, other: PrivacyQuestion): PrivacyQuestion {
  return {
    agree: () => [one, other].forEach(question => question.agree()),
    refuse: () => [one, other].forEach(question => question.refuse()),
  }
}
