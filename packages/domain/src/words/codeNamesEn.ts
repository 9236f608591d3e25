/** What the codes of the desk are called, on its pages and in its spreadsheets: once, in each language. */
import type {
  CaseState,
  Caveat,
  DecisionKind,
  LedgerCount,
  OutcomeCode,
  QueueLane,
  TimeMeasureName,
  TipState,
  WaitingFor,
} from '@opentipline/contract'

export type CodeNames = {
  decisions: Record<DecisionKind, string>
  states: Record<TipState, string>
  lanes: Record<QueueLane, string>
  /** What a tip waits for, after "waits for". */
  waits: Record<WaitingFor, string>
  labels: Record<string, string>
  results: Record<OutcomeCode, string>
  caseStates: Record<CaseState, string>
  clockKinds: Record<string, string>
  clockNames: Record<string, string>
  clockWhats: Record<string, string>
  certainty: Record<string, string>
  forces: Record<string, string>
  measures: Record<TimeMeasureName, { name: string; formula: string }>
  ledgerWhat: Record<LedgerCount['what'], string>
  caveats: Record<Caveat, string>
}

export const codeNamesEn: CodeNames = {
  decisions: {
    pursue: 'Pursue',
    decline: 'Decline',
    refer: 'Refer',
    hold: 'Hold',
    request: 'Request',
  },
  states: {
    open: 'Open',
    pursued: 'Pursued',
    declined: 'Declined',
    referred: 'Referred',
    held: 'Held',
    requested: 'More requested',
    offered: 'Offered, not accepted yet',
    returned: 'Returned',
    waiting: 'Waits for a second person',
  },
  lanes: {
    now: 'Now',
    work: 'Work',
    enrich: 'Enrich',
    informational: 'Informational',
    held: 'Held',
    done: 'Done',
  },
  waits: {
    'first look': 'a first look',
    decision: 'a decision',
    'hold ended': 'a decision, after a hold',
    'second person': 'a second person',
    'answer to us': 'your agency’s answer to an offer',
    held: 'the end of a hold',
    request: 'an answer to a request',
    'other agency': 'another agency’s answer',
    affiliate: 'nobody here: with an affiliate',
  },
  labels: { referral: 'Referral', informational: 'Informational' },
  results: {
    arrest: 'Arrest',
    'child-identified': 'Child identified',
    'under-investigation': 'Under investigation',
    'referred-elsewhere': 'Referred elsewhere',
    'no-offence-here': 'Closed: no offence here',
    'not-enough-information': 'Closed: not enough information',
    'nobody-identified': 'Closed: nobody identified',
  },
  caseStates: { open: 'Open', closed: 'Closed' },
  clockKinds: {
    'provider hold': 'Provider’s hold',
    'preservation letter': 'Preservation letter',
    'log window': 'Operator’s log',
    'warrant return': 'Warrant return',
    'hold until': 'Hold of a tip',
    'agency time': 'Agency’s own time',
  },
  clockNames: {
    'provider hold ends': 'Provider hold ends',
    'preservation by letter ends': 'Preservation by letter ends',
    'operator’s log of an address ends': 'Operator’s log of an address ends',
    'warrant is to be returned': 'Warrant is to be returned',
    'hold ends': 'Hold ends',
  },
  clockWhats: { lost: 'May be lost', due: 'Due', returns: 'Comes back' },
  certainty: { certain: 'certain', uncertain: 'not certain' },
  forces: {
    law: 'Law',
    'agency policy': 'Agency policy',
    guidance: 'Guidance',
    discretion: 'Discretion',
  },
  measures: {
    'received to available': {
      name: 'Received to available',
      formula: 'Available here, less the moment the provider finished the report.',
    },
    'available to first read': {
      name: 'Available to first read',
      formula: 'First reading by anybody of the agency (from the ledger), less available.',
    },
    'available to first decision': {
      name: 'Available to first decision',
      formula: 'First decision that took effect and stands, less available.',
    },
    'pursued to outcome': {
      name: 'Pursued to outcome',
      formula: 'First outcome that stands, less the first decision to pursue.',
    },
    'open and waiting now': {
      name: 'Open and waiting now',
      formula: 'Now, less available, of tips still open.',
    },
  },
  ledgerWhat: {
    'investigations initiated': 'Investigations initiated (decisions to pursue)',
    'referred to another agency': 'Referred to another agency',
    declined: 'Declined',
    'arrests told': 'Outcomes that tell of an arrest',
    'children identified told': 'Outcomes that tell of a child identified',
  },
  caveats: {
    'not prevalence':
      'A count of tips is not a count of offences, of children, of files or of cases. The U.S. clearinghouse says the same of its own.',
    bundling:
      'Since 2024 many reports of one widely shared item can arrive as one. Counts before and after do not compare.',
    'voluntary outcomes':
      'Outcomes are given by choice. What nobody told is counted as "none given" and means nothing else.',
    'arrests are not convictions':
      'An arrest is what somebody told of a tip. Several tips can tell of one arrest.',
    'place is where an address points':
      'A county is where the best known place of a report points, often an internet address. It is not where an offence was.',
    'form not public':
      'The current national report form is not public. These are the counts that the statute names, as far as this program can know them.',
  },
}
