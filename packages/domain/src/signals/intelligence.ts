import type { Facts, Reading, SignalDefinition } from './facts.ts'
import { inFinding, isUnknown } from './reading.ts'

const records = 'No officer has recorded it: a tip cannot say it.'

/** A factor that only the agency's own records can answer. Unknown until an officer records it at the desk. */
const fromRecords = (name: string, question: string, source: string, act: string): SignalDefinition => ({
  name,
  class: 'intelligence',
  question,
  inputs: 'What an officer of the agency records about it at the desk',
  unknownWhen: records,
  source,
  act,
  read: () => isUnknown(),
})

/** A name at a payment service is no sale: it stays unknown, and points at what an officer would follow. */
const commercial = ({ findings }: Facts): Reading =>
  isUnknown(
    (findings ?? [])
      .filter(({ kind, value }) => kind === 'text identifier' && value.identifier === 'payment')
      .map(({ key }) => inFinding(key)),
  )

export const intelligenceSignals: readonly SignalDefinition[] = [
  fromRecords(
    'prior sexual convictions',
    'Does the subject have a conviction for a sexual offence against a child?',
    'KIRAT, previous behaviour; ICAC Standards, prioritisation item 2',
    'Run a criminal history check',
  ),
  fromRecords(
    'prior allegations',
    'Were there earlier allegations of abuse against the subject?',
    'KIRAT, previous behaviour',
    "Search the agency's own records and child-protection records",
  ),
  fromRecords(
    'other convictions',
    'Does the subject have convictions of another kind?',
    'KIRAT, other factors',
    'Run a criminal history check',
  ),
  fromRecords(
    'domestic abuse',
    'Is domestic abuse by the subject on record?',
    'KIRAT, other factors',
    'Search call and incident records for the address',
  ),
  fromRecords(
    'substance misuse',
    'Is substance misuse by the subject on record?',
    'KIRAT, other factors',
    "Search the agency's own records",
  ),
  fromRecords(
    'lives with children',
    "Do children live in the subject's household?",
    'KIRAT, access to children; CASIC',
    'Check household, school and benefit records as the law allows',
  ),
  fromRecords(
    'position of trust',
    'Does the subject hold a position of trust with children?',
    'KIRAT, access to children; CASIC; AviaTor',
    'Check employment, licensing and volunteer records',
  ),
  fromRecords(
    'pattern of two years or more',
    'Does the pattern of offending go back two years or more?',
    'CASIC (Seto and Eke 2017)',
    'Compare the dates of linked reports and returned records',
  ),
  fromRecords(
    'home-made material',
    'Does the material appear to be home-made?',
    'ICAC Standards, prioritisation item 4; KIRAT, current facilitators (production)',
    'Compare what the provider says of its files and labels with linked reports; a file is opened only where the law allows',
  ),
  {
    ...fromRecords(
      'commercial distribution',
      'Does the reported person distribute for money?',
      'ICAC Standards, prioritisation item 5 (commercial distributors)',
      'Read the conversation, and follow the payment names that a text gives',
    ),
    inputs:
      'What an officer of the agency records about it at the desk; names at payment services that were read in a text are pointed at, and prove nothing',
    read: commercial,
  },
  fromRecords(
    'officer concern',
    'Does an officer, for reasons written down, hold the risk to be high?',
    'TRIST, weighted professional judgement',
    'Record the concern and its reasons at the desk',
  ),
]
