/** A time as a person reads it in a sentence, with its zone: `2026-11-30 00:07 UTC`. */
export const utcMinute = (at: Date): string => `${at.toISOString().slice(0, 16).replace('T', ' ')} UTC`
