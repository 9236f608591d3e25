/** What would move, hide or reorder text on paper: controls, and the marks of direction and joining. */
const invisible = /[\p{Cc}\p{Cf}\p{Co}\p{Cs}\u2028\u2029]/gu

const named = (character: string): string =>
  `[U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}]`

/**
 * A value as it may stand on paper: one line, and every character that cannot be seen is named. A name cannot bring lines,
 * direction or marks of its own into a document; nothing of it vanishes either.
 */
export const visible = (value: string): string =>
  value.replaceAll(/\s*\r?\n\s*|\t/g, ' / ').replaceAll(invisible, named)
