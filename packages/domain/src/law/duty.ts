import type { Forum, LawEntry } from '@opentipline/contract'
import { entriesOn, type LawPack } from './pack.ts'

/** The parts of the answer, in the order in which they are told. */
const dutyParts = ['statute', 'courts', 'standards', 'agency policy', 'cross-report'] as const
type DutyPart = (typeof dutyParts)[number]

export type DutyAnswer = {
  on: string
  asOf: string
  parts: { part: DutyPart; entries: LawEntry[] }[]
  /** The agency's own rules and its state's reporting duties: what binds it here, beyond what is shipped. */
  binding: LawEntry[]
}

/** What may be said at the end and no more: a decision that was not found may exist. */
export const dutyConclusion =
  'No reported decision was found that holds an agency liable specifically for declining a CyberTip. That none was found does not mean that there is none.'

const partOf = ({ kind, force, topics }: LawEntry): DutyPart => {
  if (topics.includes('cross-report')) return 'cross-report'
  if (force === 'agency policy') return 'agency policy'
  if (kind === 'statute') return 'statute'
  return kind === 'case' ? 'courts' : 'standards'
}

const concerns = ({ jurisdiction }: LawEntry, forum: Forum | null): boolean =>
  'states' in jurisdiction
    ? forum !== null && jurisdiction.states.includes(forum.state)
    : // Decisions of other circuits are told too: they are read, if not followed. Each names its court.
      true

/**
 * Is there a duty to investigate a report? Told from the entries that hold on a day (ISO) in the agency's forum; a part
 * without an entry stays empty, and is then told as not known and not as none.
 */
export const dutyToInvestigate = (pack: LawPack, forum: Forum | null, on: string): DutyAnswer => {
  const entries = entriesOn(pack, on).filter(
    (entry) =>
      (entry.topics.includes('duty to investigate') || entry.topics.includes('cross-report')) &&
      concerns(entry, forum),
  )
  return {
    on,
    asOf: pack.asOf,
    parts: dutyParts.map((part) => ({ part, entries: entries.filter((entry) => partOf(entry) === part) })),
    binding: entries.filter(
      (entry) =>
        entry.force === 'agency policy' || (entry.force === 'law' && entry.topics.includes('cross-report')),
    ),
  }
}
