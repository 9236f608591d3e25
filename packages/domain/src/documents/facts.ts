import type { ClockView, DocumentFact, Finding, Party, Report, ViewState } from '@opentipline/contract'
import { normalTime } from '../identifiers/normalTime.ts'
import { accountsOf, capturesOf, type Role } from '../identifiers/occurrences.ts'
import { ipNetworkValue } from '../findings/values.ts'
import { visible } from './visible.ts'

/** Rows of one list of a document at most; what is left out is counted in the document. */
export const documentRowsMax = 200

export type DocumentRow = { readonly cells: Readonly<Record<string, string>>; readonly source: string }

/** Everything a template may name. What is not here cannot stand in a document. */
export type FactSheet = {
  readonly facts: Readonly<Record<FactName, DocumentFact>>
  readonly lists: Readonly<Record<ListName, readonly DocumentRow[]>>
}

/** Facts by name, with the label that a document shows. */
export const factLabels = {
  'tip.number': 'Tip',
  'report.number': 'Report',
  'report.sourceNumber': 'Number on the imported document',
  'report.received': 'Received by the clearinghouse',
  'report.revision': 'Revision',
  'provider.name': 'Provider',
  'incident.type': 'Kind of incident',
  'incident.time': 'Time of the incident',
  'incident.timeMeaning': 'What the provider says of that time',
  'incident.escalation': 'Reason given to escalate',
  'agency.name': 'Agency',
  'person.name': 'Prepared by',
  'document.date': 'Date',
  'hold.end': 'Provider’s hold ends',
  'letter.sent': 'Preservation letter sent',
  'letter.end': 'Preservation by letter ends',
  'decision.kind': 'Decision',
  'decision.reasons': 'Reasons',
  'decision.note': 'Note',
  'decision.at': 'Decided',
  'decision.by': 'Decided by',
  'decision.referTo': 'Referred to',
  'decision.policy': 'Policy of triage then in force',
} as const
export type FactName = keyof typeof factLabels

/** Lists by name, with their columns in the order of the page. */
export const listColumns = {
  accounts: ['role', 'service', 'account', 'name'],
  contacts: ['role', 'kind', 'value'],
  captures: ['role', 'address', 'port', 'time as given', 'UTC', 'event'],
  files: ['name', 'size in bytes', 'SHA-256', 'viewed by the provider', 'publicly available', 'gate'],
  operators: ['address', 'operator', 'sharing'],
  clocks: ['clock', 'ends (UTC)', 'authority'],
  records: ['question', 'answer', 'note'],
  checklist: ['item', 'ticked by', 'ticked at', 'note'],
  authorities: ['authority', 'force', 'mark', 'as of'],
} as const
export type ListName = keyof typeof listColumns

export type DocumentInput = {
  readonly tipId: string
  readonly reportId: string
  readonly revision: number
  readonly report: Report
  readonly receivedAt: Date | null
  readonly findings: readonly Finding[]
  readonly clocks: readonly ClockView[]
  readonly records: readonly { recordId: string; says: string; value: string; note: string; by: string }[]
  readonly decision: {
    readonly decisionId: string
    readonly kind: string
    readonly reasons: readonly string[]
    readonly note: string
    readonly at: string
    readonly by: string
    readonly referTo: string | null
    /** The policy of triage that was in force, with its version. */
    readonly policy: string
    /** The entries of the legal pack that bore on it then. One that is in no pack any more is named by its id. */
    readonly authorities: readonly {
      id: string
      citation: string
      force: string
      status: string
      asOf: string
    }[]
  } | null
  /** Items of checklists that somebody ticked, and that nobody unticked since. */
  readonly ticks: readonly { list: string; item: string; by: string; at: string; note: string }[]
  readonly letter: { readonly entryId: string; readonly sentAt: string; readonly by: string } | null
  /** What the legal gate says of each file, by its place in the report, with the entries it rests on. */
  readonly gates: readonly string[]
  readonly agencyName: string
  readonly personName: string
  readonly now: Date
}

const stated = (value: string | undefined, path: string): DocumentFact => {
  const isThere = value !== undefined && value.trim() !== ''
  return {
    value: isThere ? visible(value) : null,
    voice: 'provider',
    source: isThere ? `the provider stated: ${path}` : `the provider did not state ${path}`,
  }
}
const program = (value: string | null, source: string): DocumentFact => ({
  value: value === null ? null : visible(value),
  voice: 'program',
  source,
})
const recorded = (value: string | null, source: string): DocumentFact => ({
  value: value === null || value.trim() === '' ? null : visible(value),
  voice: 'recorded',
  source,
})

/** Recipients and children are not suspects: the role goes with every row (invariant 15). */
export const roleWords: Record<Role, string> = {
  reported: 'reported person',
  recipient: 'recipient (not a suspect)',
  child: 'child (not a suspect)',
  file: 'file',
  incident: 'incident',
  reporter: 'reporter',
}

const viewWords: Record<ViewState, string> = {
  'viewed for this report': 'viewed for this report',
  'viewed historically by hash': 'viewed earlier, by hash',
  'not viewed': 'not viewed',
  'not stated': 'not stated',
}

const yesNo = (flag: boolean | undefined): string => (flag === undefined ? 'not stated' : flag ? 'yes' : 'no')

/** UTC to the fraction of a second that was given: a log is asked for by what was stated and no finer. */
export const exactUtc = (given: string): string | null => {
  const read = normalTime(given)
  if (!read) return null
  const fraction = /:\d{2}([.,]\d{1,12})/.exec(given)?.[1]?.replace(',', '.') ?? ''
  const minute = read.precision === 'minute'
  return minute ? `${read.utc.slice(0, 16)}Z (seconds not stated)` : read.utc.replace('Z', `${fraction}Z`)
}

/** Puts a tip's facts together, each with its source. Pure: nothing is looked up, guessed or rounded. */
export const documentFacts = (input: DocumentInput): FactSheet => ({
  facts: { ...reportFacts(input), ...ownFacts(input), ...decisionFacts(input) },
  lists: {
    accounts: accountRows(input.report),
    contacts: contactRows(input.report),
    captures: captureRows(input.report),
    files: fileRows(input),
    operators: operatorRows(input.findings),
    clocks: input.clocks.map((clock) => ({
      cells: {
        clock: visible(clock.name),
        'ends (UTC)': clock.at,
        authority: visible(`${clock.force}: ${clock.citation}`),
      },
      source: `worked out by this program from ${visible(clock.source)}`,
    })),
    records: input.records.map((each) => ({
      cells: {
        question: visible(each.says),
        answer: each.value === 'true' ? 'yes' : 'no',
        note: visible(each.note),
      },
      source: `recorded by ${visible(each.by)}: record ${each.recordId}`,
    })),
    checklist: input.ticks.map((tick) => ({
      cells: {
        item: visible(tick.item),
        'ticked by': visible(tick.by),
        'ticked at': tick.at,
        note: visible(tick.note),
      },
      source: `recorded by ${visible(tick.by)}: checklist ${visible(tick.list)}`,
    })),
    authorities: (input.decision?.authorities ?? []).map((entry) => ({
      cells: {
        authority: visible(entry.citation),
        force: visible(entry.force),
        mark: visible(entry.status),
        'as of': entry.asOf,
      },
      source: `kept with decision ${input.decision?.decisionId ?? ''}: entry ${visible(entry.id)} of the legal pack`,
    })),
  },
})

const reportFacts = ({ report, receivedAt }: DocumentInput) => ({
  'report.sourceNumber': stated(report.origin.sourceReportId, '/origin/sourceReportId'),
  'report.received':
    report.origin.dateReceived === undefined
      ? program(
          receivedAt?.toISOString() ?? null,
          'recorded by this program when the submission was finished',
        )
      : stated(report.origin.dateReceived, '/origin/dateReceived'),
  'provider.name': stated(report.reporter.espName, '/reporter/espName'),
  'incident.type': stated(report.incident.type, '/incident/type'),
  'incident.time': stated(report.incident.at, '/incident/at'),
  'incident.timeMeaning': stated(report.incident.atDescription, '/incident/atDescription'),
  'incident.escalation': stated(report.incident.escalateToHighPriority, '/incident/escalateToHighPriority'),
})

const ownFacts = (input: DocumentInput) => {
  const end = (kind: ClockView['kind']): DocumentFact => {
    const clock = input.clocks.find((each) => each.kind === kind)
    return program(
      clock?.at ?? null,
      clock ? `worked out by this program: ${visible(clock.citation)}` : 'no such clock runs',
    )
  }
  const { letter } = input
  return {
    'tip.number': program(input.tipId, 'this program'),
    'report.number': program(input.reportId, 'this program'),
    'report.revision': program(String(input.revision), 'this program'),
    'agency.name': program(input.agencyName, 'this program'),
    'person.name': program(input.personName, 'who is signed in'),
    'document.date': program(input.now.toISOString().slice(0, 10), 'the day the document was made, UTC'),
    'hold.end': end('provider hold'),
    'letter.end': end('preservation letter'),
    'letter.sent': recorded(
      letter?.sentAt ?? null,
      letter ? `recorded by ${visible(letter.by)}: record ${letter.entryId}` : 'nobody recorded a letter',
    ),
  }
}

const decisionFacts = ({ decision }: DocumentInput) => {
  const of = (value: string | null | undefined): DocumentFact =>
    recorded(
      value ?? null,
      decision
        ? `recorded by ${visible(decision.by)}: decision ${decision.decisionId}`
        : 'nothing was decided',
    )
  return {
    'decision.kind': of(decision?.kind),
    'decision.reasons': of(decision?.reasons.join('; ')),
    'decision.note': of(decision?.note),
    'decision.at': of(decision?.at),
    'decision.by': of(decision?.by),
    'decision.referTo': of(decision?.referTo),
    'decision.policy': of(decision?.policy),
  }
}

const orNotStated = (value: string | undefined): string =>
  value === undefined || value.trim() === '' ? 'not stated' : visible(value)

const accountRows = (report: Report): DocumentRow[] =>
  accountsOf(report).map(({ role, account, platform, path }) => ({
    cells: {
      role: roleWords[role],
      service: orNotStated(platform.service ?? platform.provider),
      account: orNotStated(account.espIdentifier),
      name: orNotStated([account.screenName, ...account.displayNames].filter(Boolean).join(', ')),
    },
    source: `the provider stated: ${path}`,
  }))

const contactRows = (report: Report): DocumentRow[] =>
  report.parties.flatMap((party: Party, at) => [
    ...(party.person?.emails ?? []).map((email, n) =>
      contact(party, 'e-mail', email.address, `/parties/${at}/person/emails/${n}`),
    ),
    ...(party.person?.phones ?? []).map((phone, n) =>
      contact(party, 'phone', phone.number, `/parties/${at}/person/phones/${n}`),
    ),
  ])

const contact = (party: Party, kind: string, value: string, path: string): DocumentRow => ({
  cells: { role: roleWords[party.role], kind, value: orNotStated(value) },
  source: `the provider stated: ${path}`,
})

const captureRows = (report: Report): DocumentRow[] =>
  capturesOf(report).map(({ role, capture, path }) => ({
    cells: {
      role: roleWords[role],
      address: orNotStated(capture.ipAddress),
      port: capture.port ? String(capture.port) : 'port not stated',
      'time as given': orNotStated(capture.at),
      UTC: capture.at === undefined ? 'not stated' : (exactUtc(capture.at) ?? 'names no instant'),
      event: orNotStated(capture.eventName),
    },
    source: `the provider stated: ${path}`,
  }))

const fileRows = ({ report, gates }: DocumentInput): DocumentRow[] =>
  report.files.map((file, at) => ({
    cells: {
      name: orNotStated(file.fileName ?? file.originalFileName ?? file.received?.name),
      'size in bytes': file.received === undefined ? 'no bytes received' : String(file.received.sizeBytes),
      'SHA-256': file.received?.sha256 ?? 'no bytes received',
      'viewed by the provider': viewWords[file.viewState],
      'publicly available': yesNo(file.publiclyAvailable),
      gate: visible(gates[at] ?? 'not asked'),
    },
    source: `the provider stated: /files/${at}; size and digest computed here; gate: the legal pack`,
  }))

const operatorRows = (findings: readonly Finding[]): DocumentRow[] =>
  findings.flatMap((finding) => {
    const value = ipNetworkValue(finding)
    if (!value) return []
    const date = finding.sourceDate === undefined ? 'no date' : finding.sourceDate
    return [
      {
        cells: { address: value.ip, operator: orNotStated(value.operator), sharing: value.sharing },
        source: visible(`derived by ${finding.source} ${finding.sourceVersion} (${date}): ${finding.key}`),
      },
    ]
  })
