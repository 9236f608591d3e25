import { randomBytes } from 'node:crypto'

/**
 * Whether a client that turns number-like text into numbers would do so to this. Known ones do, and then lose the
 * id: `12e34` becomes a number as well as a string of digits.
 */
export const looksLikeNumber = (text: string): boolean => !Number.isNaN(Number(text))

/** A new file id: 32 lower-case hexadecimal signs that never look like a number. Not derived from the content. */
export const newFileId = (): string => {
  for (;;) {
    const id = randomBytes(16).toString('hex')
    if (!looksLikeNumber(id)) return id
  }
}
