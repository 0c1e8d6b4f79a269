/** The words of an enum as choices, in the order in which they are written. */
export function options(words: Record<string, string>): { value: string, text: string }[] {
  return Object.entries(words).map(([value, text]) => ({ value, text }))
}
