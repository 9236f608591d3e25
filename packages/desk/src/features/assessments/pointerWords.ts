import type { Evidence, Report } from '@opentipline/contract'
import type { Messages } from '../../messages/en.ts'
import { fieldLabel } from '../../ui/fieldLabel.ts'

const roleOf = (report: Report, index: number, t: Messages): string => {
  const role = report.parties[index]?.role
  return role ? (t.tip.partyRoles[role] ?? role) : t.tip.people
}

const isIndex = (segment: string): boolean => /^\d+$/.test(segment)

/** A JSON pointer into the report as a person would say it: `Reported person 1, Address and time 2`. */
export const pointerWords = (pointer: string, report: Report, t: Messages): string => {
  const segments = pointer.split('/').slice(1)
  const words: string[] = []
  for (let at = 0; at < segments.length; at++) {
    const name = segments[at] ?? ''
    const next = segments[at + 1] ?? ''
    const numbered = isIndex(next)
    const label = name === 'parties' && numbered ? roleOf(report, Number(next), t) : fieldLabel(name, t)
    words.push(numbered ? `${label} ${Number(next) + 1}` : label)
    if (numbered) at++
  }
  return words.join(', ')
}

/** The key under which the page marks the place of a piece of evidence. */
export const placeKey = ({ from, ref }: Evidence): string => (from === 'report' ? ref : `${from}:${ref}`)

export const evidenceWords = (evidence: Evidence, report: Report, t: Messages): string => {
  if (evidence.from === 'report') return pointerWords(evidence.ref, report, t)
  if (evidence.from === 'link') return t.tip.evidenceLink(evidence.ref)
  if (evidence.from === 'record') return t.tip.evidenceRecord
  // A finding's key is its kind, the pointer it speaks of, and what was asked there.
  const [, kind = evidence.ref, pointer] = /^(.*?)[\s:]+(\/\S+)/.exec(evidence.ref) ?? []
  const name = t.tip.kindWords[kind] ?? kind
  return pointer ? `${name}: ${pointerWords(pointer, report, t)}` : name
}
