import type { DestructionBasis, DestructionState, HoldKind } from '@opentipline/contract'

const states: Record<DestructionState, string> = {
  proposed: 'Waits for a second person',
  withdrawn: 'Taken back',
  refused: 'Refused',
  approved: 'Approved, not carried out yet',
  'key destroyed': 'Key destroyed, the rest is under way',
  done: 'Destroyed',
}
const bases: Record<DestructionBasis, string> = {
  order: 'An order of a court',
  'retention rule': 'A retention rule',
}
const holds: Record<HoldKind, string> = {
  'provider hold': 'The provider’s duty to preserve what it reported still runs',
  'preservation letter': 'A preservation letter still runs',
  'open tip': 'A tip on its report is not done with',
  'open case': 'A tip on its report is in an open case',
  'other agency': 'Another agency has its report',
}

/** The words of destroying a file, in English. They come with the page and not with the first list. */
export const destructionEn = {
  lead: 'A file is destroyed by two persons, under an order of a court or a retention rule. Its key goes first: from that moment nothing here opens it. What is known of it (its number, its hashes, what was stated of it) stays, with who did it and under what.',
  copies:
    'What this cannot reach: copies made before, such as back-ups and the write-ahead log of the database. The certificate says so too.',
  propose: 'Propose that a file be destroyed',
  fileId: 'Number of the file',
  basis: 'Under what',
  bases,
  fields: {
    court: 'Court',
    number: 'Number of the order',
    dated: 'Date of the order',
    rule: 'Which rule (such as a schedule and its number)',
  },
  because: 'The legal basis, in your words',
  missing: 'Fill in the number of the file, under what, and everything that belongs to it.',
  send: 'Propose; nothing is destroyed yet',
  proposed: 'Proposed. A second person decides.',
  list: 'Requests and destroyed files',
  none: 'No file was destroyed, and nobody proposes it.',
  states,
  holds,
  until: 'until',
  lifted: 'does not stand against an order',
  keptBy: 'What keeps it',
  file: 'File',
  report: 'report',
  under: 'Under',
  askedBy: (name: string, agency: string) => `Proposed by ${name} (${agency})`,
  decidedBy: (name: string) => `Decided by ${name}`,
  gone: 'Key destroyed',
  approve: 'Approve, and destroy it now…',
  approveNow: 'Destroy this file for good',
  approveWarn:
    'There is no way back. Nobody can bring the file back, not the clearinghouse and not the makers of this program.',
  refuse: 'Refuse…',
  refuseNow: 'Refuse',
  withdraw: 'Take back…',
  withdrawNow: 'Take back',
  goOn: 'Go on with it',
  needsOther: 'You proposed it: somebody else decides.',
  certificate: 'Save the certificate',
  certificateLater: 'The certificate follows within ten seconds.',
}
