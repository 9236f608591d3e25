import type { Interval } from '@opentipline/contract'
import type { OfflineAssessment } from './assess-offline.ts'

/** Unknowns told to a person: the first ones move the report furthest; --json gives all. */
const unknownsTold = 6

const interval = ({ low, high }: Interval): string => (low === high ? `${low}` : `${low} to ${high}`)

const laneWords: Record<OfflineAssessment['lane'], string> = {
  now: 'to be read now',
  work: 'to be worked',
  enrich: 'high risk, too little to work with yet: to be enriched',
  informational: 'informational',
}

const routeLine = ({ agency, name, because, missing }: OfflineAssessment['routes'][number]): string =>
  agency === null
    ? `  nowhere yet: ${because} Missing: ${missing.join('; ')}.`
    : `  ${name ?? agency}: ${because}`

const indented = (lines: readonly string[], none: string): string =>
  lines.length === 0 ? `  ${none}` : lines.map((line) => `  ${line}`).join('\n')

/** The assessment in plain words, with the notes of its reading. */
export const assessmentText = (made: OfflineAssessment, notes: readonly string[]): string => {
  const { risk, actionability, policy } = made
  const why = made.why.map(
    ({ points, score, says, floor, authority }) =>
      `${floor === undefined ? `+${points} ${score}` : `band at least "${floor}"`}  ${says} (${authority.force}: ${authority.citation})`,
  )
  const parts = actionability.parts.map(({ part, state }) => `${part}: ${state}`)
  const unknown = made.unknown
    .slice(0, unknownsTold)
    .map(
      ({ signal, says, act, ifTrue }) =>
        `${says || signal}  If yes: band "${ifTrue.band}", ${ifTrue.lane}. ${act}.`,
    )
  const more = made.unknown.length - unknownsTold
  return `${notes.length > 0 ? `${notes.map((note) => `Note: ${note}`).join('\n')}\n\n` : ''}Risk           ${interval(risk)}, band "${risk.band}"
Actionability  ${interval(actionability.score)} of 100
Label          ${made.label}: ${made.labelBecause}
Lane           ${laneWords[made.lane]}
Policy         ${policy.name} (${policy.id}, version ${policy.version})

Why
${indented(why, 'No rule is known to apply.')}

What can be worked with
${indented(parts, 'nothing')}

Not known, largest change first
${indented(unknown, 'nothing that would change this')}${more > 0 ? `\n  and ${more} more (--json)` : ''}

Would be made available to
${made.routes.map(routeLine).join('\n')}

This ranks what to read first. Whether to act is the agency's own decision.
`
}
