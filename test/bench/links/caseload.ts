/** The made-up reports of the links bench: which identifiers each has, what they link, and what hangs together. */
import { classesOf } from '../../../packages/server/src/features/links/classes.ts'

export const identifiersEach = 10
/** Report numbers begin here, as high as a clearinghouse's may be. */
export const firstReport = 10_000_000
const handfulFrom = 1_000_000
const ownFrom = 100_000_000

/** Numbers that are the same in every run. */
export const numbers = (seed = 17) => {
  let state = seed
  return (below: number): number => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state % below
  }
}

export type Random = ReturnType<typeof numbers>

/** An identifier that no other report has. */
export const ownIdentifier = (report: number, nth: number): number =>
  ownFrom + (report - firstReport) * identifiersEach + nth

/**
 * Which identifier the nth of a report is: its own; in one of twenty cases one of a handful that about four reports share; in one of
 * two hundred one of a crowd of a hundred, which links nothing.
 */
export const identifierOf = (random: Random, reports: number, report: number, nth: number): number => {
  const kind = random(200)
  if (kind === 0) return 1 + random(Math.max(1, Math.floor(reports / 2_000)))
  if (kind <= 10) return handfulFrom + random(Math.max(1, Math.floor(reports / 8)))
  return ownIdentifier(firstReport + report, nth)
}

const isHandful = (id: number): boolean => id >= handfulFrom && id < ownFrom

/** The identifiers of every report, each report once, in the same order in every run. */
export function* caseload(reports: number): Generator<{ report: number; ids: number[] }> {
  const random = numbers()
  for (let at = 0; at < reports; at += 1) {
    const ids = Array.from({ length: identifiersEach }, (_, nth) => identifierOf(random, reports, at, nth))
    yield { report: firstReport + at, ids: [...new Set(ids)] }
  }
}

export type Joined = { low: number; high: number; id: number }

/** The pairs of reports that share one of a handful: the links that are there before the bench begins. */
export const joinedPairs = (reports: number): Joined[] => {
  const having = new Map<number, number[]>()
  for (const { report, ids } of caseload(reports))
    for (const id of ids.filter(isHandful)) {
      const list = having.get(id)
      if (list) list.push(report)
      else having.set(id, [report])
    }
  return [...having].flatMap(([id, list]) =>
    list.flatMap((low, at) => list.slice(at + 1).map((high) => ({ low, high, id }))),
  )
}

/** The reports that hang together, each network once. */
export const networksOf = (pairs: readonly Joined[]): number[][] =>
  classesOf(pairs.map(({ low, high }): [string, string] => [String(low), String(high)])).map((each) =>
    each.map(Number),
  )
