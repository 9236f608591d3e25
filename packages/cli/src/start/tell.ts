import type { Prepared } from '../demo/prepare.ts'
import type { PersonToTell } from './people.ts'

export type Started = {
  address: string
  data: string
  database: string
  /** What the preparation did; null where an earlier start's demonstration was kept. */
  prepared: (Prepared & { durationMs: number }) | null
  reports: number
  /** When the demonstration was first prepared, ISO. */
  since: string
  people: PersonToTell[]
}

const seconds = (ms: number): string => `${(ms / 1000).toFixed(1)} s`

const reportsLine = ({ prepared, reports, since }: Started): string =>
  prepared === null
    ? `${reports} synthetic reports and whatever you did, kept since ${since.slice(0, 10)}`
    : `${reports} synthetic reports, ready in ${seconds(prepared.durationMs)}${prepared.waiting > 0 ? `; ${prepared.waiting} are still on their way` : ''}${prepared.stuck > 0 ? `; ${prepared.stuck} are stuck, see the analyst's view` : ''}`

const personLines = ({ name, role, agency, about, tips }: PersonToTell): string =>
  `  ${name} (${role}, ${agency})\n      ${about}${tips === null ? '' : ` Tips: ${tips}.`}`

/** What a start says in plain words: where it is, who can sign in, what to do next. */
export const startedText = (started: Started): string => {
  const { address, data, database, people } = started
  const [first] = people
  return `
OpenTipline runs as a demonstration: every report, person and place in it is invented.

  Open      ${address}
  Data      ${data} (${database}; remove the folder to start afresh)
  Reports   ${reportsLine(started)}

You can sign in as (no password, at this machine only):
${people.map(personLines).join('\n')}

What to do next:
  1. Open ${address} and sign in as ${first?.name ?? 'one of them'}.
  2. Open the tip at the top, read why it stands there, and decide it.
  3. File reports as a service would:  npx tipline provider add "My Service" --environment live
     then send them to ${address}/ispws. To check one first: npx tipline lint report.xml
  4. Import what another system gave you:  npx tipline import FILE --as ${first?.personId ?? 'PERSON'}
  npx tipline help tells the rest. Ctrl-C stops the server; the data stays.
`
}
