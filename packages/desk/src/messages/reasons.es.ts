import { publishedReasons } from '@opentipline/contract'

/** Reasons of decisions in Spanish, by kind and code, as the published list has them. */
export const reasonsEs: Record<string, string> = Object.fromEntries(
  publishedReasons().map(({ kind, reason }) => [`${kind} ${reason.code}`, reason.es]),
)
