/** An idempotency key (UUID v4); it has to be unique, not secret, so that Math.random serves in WeChat, which has no crypto. */
export function newKey(random: () => number = Math.random): string {
  return 'xxxxxxxx-xxxx-4xxx-yxxx-xxxxxxxxxxxx'.replace(/[xy]/g, (place) => {
    const nibble = Math.floor(random() * 16)
    return (place === 'x' ? nibble : (nibble % 4) + 8).toString(16)
  })
}
