/**
 * The characters that XML 1.0 (section 2.2) cannot carry, not even as references: controls but tab, line feed
 * and carriage return, and the two non-characters of the basic plane.
 */
const outside = '[\\u0000-\\u0008\\u000b\\u000c\\u000e-\\u001f\\ufffe\\uffff]'
const first = new RegExp(outside)
const every = new RegExp(outside, 'g')

/** Whether XML can carry the text as it is. */
export const isXmlText = (text: string): boolean => !first.test(text) && text.isWellFormed()

/** The text with U+FFFD for what XML cannot carry: for messages that quote foreign input, never for evidence. */
export const asXmlText = (text: string): string => text.toWellFormed().replace(every, '\ufffd')

/** Characters as people count them: code points, not UTF-16 units. */
export const lengthOf = (text: string): number => {
  let count = 0
  for (const _ of text) count += 1
  return count
}
