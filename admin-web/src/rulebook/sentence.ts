/** A paragraph cut at a sentence: what stands before it, the sentence, what stands after. */
export interface Marked {
  before: string
  sentence: string
  after: string
}

/**
 * Finds a sentence in a document. Printed copies differ in spaces and in the width of commas, so both are looked through;
 * what is returned are the document's own characters.
 */
export function findSentence(paragraphs: string[], sentence: string): { index: number; marked: Marked } | undefined {
  const wanted = plain(sentence).text
  if (!wanted) return undefined
  for (const [index, paragraph] of paragraphs.entries()) {
    const { text, places } = plain(paragraph)
    const at = text.indexOf(wanted)
    if (at >= 0) {
      const from = places[at] ?? 0
      const to = (places[at + wanted.length - 1] ?? paragraph.length - 1) + 1
      return { index, marked: { before: paragraph.slice(0, from), sentence: paragraph.slice(from, to), after: paragraph.slice(to) } }
    }
  }
  return undefined
}

function plain(text: string): { text: string; places: number[] } {
  let kept = ''
  const places: number[] = []
  for (let at = 0; at < text.length; at++) {
    const sign = text.charAt(at)
    if (/\s/.test(sign)) continue
    kept += sign === ',' ? '，' : sign
    places.push(at)
  }
  return { text: kept, places }
}
