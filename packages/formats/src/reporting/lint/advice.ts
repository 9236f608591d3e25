/**
 * Something an agency would need and the documents do not state. It only ever speaks of what the provider
 * already holds: a provider is never told to search, scan or monitor (18 U.S.C. 2258A(f)).
 */
export type Advice = {
  /** Stable name, for those who want to silence one. */
  id: string
  /** Which document it is about, by the name it was given under. */
  document: string
  /** Path where the fact would stand. */
  path: string
  says: string
  /** Why an agency needs it. */
  because: string
}
export type AdviceText = Omit<Advice, 'document'>

/** One advice text in the one form they all have. */
export const advice = (
  id: string,
  path: string,
  lacks: string,
  then: string,
  because: string,
): AdviceText => ({
  id,
  path,
  says: `${lacks}. If you already hold it, ${then}.`,
  because,
})
