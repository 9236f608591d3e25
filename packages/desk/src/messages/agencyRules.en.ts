import type { AgencyRuleId } from '@opentipline/domain'

type RuleWords = Record<AgencyRuleId, { title: string; about: string }>

const rules: RuleWords = {
  'policies-second-person': {
    title: 'A second person for policies of triage',
    about: 'Somebody other than its author has to activate a policy.',
  },
  'rules-second-person': {
    title: 'A second person for these rules',
    about: 'A change on this page waits until a supervisor or another administrator approves it.',
  },
}

/** The words of the page of an agency's rules in English. */
export const agencyRulesEn = {
  title: 'Agency settings',
  lead: 'Rules that your agency makes about itself. Each is agency policy: it binds because your agency says so, and no law does. Every change is kept with who made it, when and why.',
  rules,
  force: 'Agency policy',
  holds: 'Holds now',
  on: 'On',
  off: 'Off',
  nothingChosen: 'None',
  choices: {} as Record<string, string>,
  units: {} as Partial<Record<AgencyRuleId, (count: number) => string>>,
  start: (value: string) => `Your agency has set nothing; the program starts with: ${value}.`,
  setBy: (name: string) => `set by ${name}`,
  approvedBy: (name: string) => `approved by ${name}`,
  since: 'since',
  until: 'until',
  change: 'Change',
  changeNamed: (title: string) => `Change: ${title}`,
  newValue: 'New value',
  range: (min: number, max: number) => `A whole number from ${min} to ${max}.`,
  notInRange: (min: number, max: number) => `Enter a whole number from ${min} to ${max}.`,
  save: 'Set this rule',
  propose: 'Propose this change',
  saved: 'It holds from now on.',
  proposedNow: 'Proposed. It holds once a second person approves it.',
  waits: 'Waits for a second person',
  approve: 'Approve',
  takeBack: 'Take back',
  approvedNow: 'Approved. It holds from now on.',
  takenBackNow: 'Taken back. What held goes on.',
  ownProposal: 'Somebody else has to approve what you proposed.',
  earlier: (count: number) => (count === 1 ? '1 version' : `${count} versions`),
  states: { proposed: 'Proposed', 'in force': 'In force', past: 'Past', withdrawn: 'Taken back' },
  sending: 'Sending…',
}
