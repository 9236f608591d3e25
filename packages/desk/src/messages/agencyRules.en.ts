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
  'countersign-kinds': {
    title: 'Decisions that wait for a second person',
    about:
      'A decision of a kind chosen here waits until a colleague agrees. Until then it does not take effect, and whoever decided can go on working.',
  },
  'countersign-top-bands': {
    title: 'Bands for which a second person is asked',
    about:
      'Only for tips in so many of the highest bands of the policy in force. 0 asks for every band. Without kinds chosen above it asks for nothing.',
  },
  'openings-a-day': {
    title: 'Files that a person may open in a day',
    about:
      'The next one is refused until midnight UTC, or until a supervisor lifts it for that person and day. Nobody else sees the count.',
  },
  'lease-minutes': {
    title: 'How long opening a tip tells that somebody is on it',
    about:
      'The others see who is on a tip, and may read it all the same. It ends by itself after so many minutes without work on it.',
  },
  'sampling-percent': {
    title: 'Re-reading: share that is drawn',
    about:
      'Of the tips that were declined or stand low, so many percent are drawn for a second person to re-read. 0 draws nothing. No law asks for it.',
  },
  'sampling-from': {
    title: 'Re-reading: what is drawn from',
    about:
      'Declined tips, and undecided ones of the lanes chosen here. Each of the two is a pool of its own.',
  },
  'sampling-top-bands': {
    title: 'Re-reading: bands that are left out',
    about: 'Undecided tips in so many of the highest bands do not stand low, and are not drawn.',
  },
  'sampling-days': {
    title: 'Re-reading: how old a tip has to be',
    about: 'Days since it was declined, or since it was made available, before it can be drawn.',
  },
  'sampling-most': {
    title: 'Re-reading: most tips of one draw',
    about: 'So many are drawn from one pool at most, whatever the share.',
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
  choices: {
    pursue: 'Pursue',
    decline: 'Decline',
    refer: 'Refer',
    hold: 'Hold',
    request: 'Request',
    declined: 'Declined tips',
    work: 'Undecided, lane Work',
    enrich: 'Undecided, lane Enrich',
    informational: 'Undecided, lane Informational',
  } as Record<string, string>,
  units: {
    'openings-a-day': (count) => (count === 0 ? 'No limit' : `${count} a day`),
    'lease-minutes': (count) => `${count} min`,
    'sampling-percent': (count) => (count === 0 ? 'Nothing is drawn' : `${count} %`),
    'sampling-top-bands': (count) =>
      count === 0 ? 'None' : count === 1 ? 'The highest band' : `The ${count} highest bands`,
    'sampling-days': (count) => (count === 1 ? '1 day' : `${count} days`),
    'sampling-most': (count) => (count === 1 ? '1 tip' : `${count} tips`),
    'countersign-top-bands': (count) =>
      count === 0 ? 'Every band' : count === 1 ? 'The highest band' : `The ${count} highest bands`,
  } as Partial<Record<AgencyRuleId, (count: number) => string>>,
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
