/** What a spreadsheet may take for the beginning of a formula, in half and full width (OWASP, "CSV Injection"). */
const starter = '[=+\\-@\uff1d\uff0b\uff0d\uff20]'
/**
 * Where a cell may begin: at the start of the text, and after what a reader that expects other
 * dividers, and so misreads the quotes, divides cells by. Blanks and control
 * characters before the starter are skipped by some readers, so they do not hide it.
 */
const formulaStart = new RegExp(`(^|[;\\t\\r\\n])([\\s\\p{Cc}]*)(?=${starter})`, 'gu')
/** A text that begins with one of these is cut or glued by some readers until a formula stands first. */
const treacherousStart = /^[\t\r\0]/

/** Whether some reader of CSV could take the text, or a part of it, for a formula. */
export const mayBeFormula = (text: string): boolean =>
  text.search(formulaStart) >= 0 || treacherousStart.test(text)

/**
 * The text with an apostrophe before whatever could be taken for a formula, which spreadsheets show as text. Nothing is
 * removed; a text that could not be mistaken stays as it is.
 */
export const guardFormula = (text: string): string => {
  const guarded = text.replaceAll(formulaStart, `$1$2'`)
  return treacherousStart.test(guarded) ? `'${guarded}` : guarded
}
