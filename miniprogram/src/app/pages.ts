/**
 * A browser fetches pages one by one, WeChat has them all: so that each opens without a signal in either, a browser fetches
 * the others while there is one, first those in which something is written.
 */
export function fetchPages(): void {
  // #ifdef H5
  void Promise.all([
    import('@/features/danger/DangerPage.vue'),
    import('@/features/visit/VisitPage.vue'),
    import('@/features/contact/ContactPage.vue'),
    import('@/features/outbox/OutboxPage.vue'),
    import('@/features/wish/ChildWishesPage.vue'),
  ]).then(() => Promise.all(Object.values(import.meta.glob('../features/*/*Page.vue')).map(page => page()))).catch(() => {})
  // #endif
}
