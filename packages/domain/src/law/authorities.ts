import type { Forum, LawEntry, LawTopic } from '@opentipline/contract'
import { entriesOn, type LawPack } from './pack.ts'

/** What bears on a decision whatever the report holds; opening a file bears on it where there are files. */
const always: readonly LawTopic[] = ['duty to investigate', 'cross-report', 'prioritising']

const isOf = ({ jurisdiction }: LawEntry, forum: Forum | null): boolean => {
  if ('nation' in jurisdiction || 'agency' in jurisdiction) return true
  if (!forum) return false
  return 'circuits' in jurisdiction
    ? forum.circuit !== null && jurisdiction.circuits.includes(forum.circuit)
    : jurisdiction.states.includes(forum.state)
}

/**
 * The entries in force at an agency that bear on a decision on a day (ISO): on the duty to investigate, on priorities and
 * cross-reports, and on opening files where the report has some; of the nation, the forum's own courts and the agency.
 */
export const authoritiesInForce = (
  pack: LawPack,
  forum: Forum | null,
  on: string,
  hasFiles: boolean,
): LawEntry[] => {
  const topics = new Set<LawTopic>(hasFiles ? [...always, 'opening a file'] : always)
  return entriesOn(pack, on).filter(
    (entry) => entry.topics.some((topic) => topics.has(topic)) && isOf(entry, forum),
  )
}
