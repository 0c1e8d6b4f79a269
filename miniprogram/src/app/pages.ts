/** A browser fetches pages one by one; those that have to open without a signal are fetched while there is one. */
export function fetchPages(): void {
  // #ifdef H5
  void Promise.all([
    import('@/features/danger/DangerPage.vue'),
    import('@/features/visit/VisitPage.vue'),
    import('@/features/contact/ContactPage.vue'),
    import('@/features/outbox/OutboxPage.vue'),
    import('@/features/wish/ChildWishesPage.vue'),
  ]).catch(() => {})
  // #endif
}
