import type { AuthorityKind, FileGate, IncidentView, OpeningPurpose } from '@opentipline/contract'

const gates: Record<FileGate['gate']['answer'], string> = {
  'no warrant needed': 'No warrant needed',
  'warrant needed': 'Warrant needed',
  unsettled: 'Not settled whether a warrant is needed',
}
const purposes: Record<OpeningPurpose, string> = {
  'assess the report': 'To assess the report',
  'identify a child': 'To identify a child',
  'identify the person reported': 'To identify the person reported',
  'prepare legal process': 'To prepare legal process',
  'act on a warrant': 'To act on a warrant',
  'court or disclosure': 'For court or disclosure',
  other: 'Another purpose',
}
const authorityKinds: Record<AuthorityKind, string> = {
  warrant: 'Warrant',
  consent: 'Consent',
  exigency: 'Exigency',
  'counsel reading': 'Counsel’s reading',
}
const incidentKinds: Record<IncidentView['kind'], string> = {
  mismatch: 'Not what was received',
  missing: 'Missing from storage',
  'key refused': 'Its key does not open it',
}

/** The words of files, of opening them, and of exposure, in English. */
export const filesEn = {
  gates,
  gateAsOf: (day: string, asOf: string) => `asked on ${day} of a pack kept up to ${asOf}`,
  gateWhy: 'Why the gate says so',
  gateNoAdvice: 'This is what the entries on record say, with their marks. It is not legal advice.',
  notSent: 'No bytes of this file are here: there is nothing to open.',
  destroyed: 'This file was destroyed. What is known of it stays; its content cannot be read by anybody.',
  destructionsTitle: 'Destroyed files',
  destroyedUnder: 'Under',
  certificate: 'Who, when, and the certificate',
  destructionProposed: (by: string) => `${by} proposes that this file be destroyed; a second person decides.`,
  destroy: 'Propose that it be destroyed…',
  incident: 'What is stored of this file was found not to be what was received.',
  seenBefore: (times: number) =>
    `Somebody of your agency has already looked at it (${times} ${times === 1 ? 'time' : 'times'}), last`,
  open: 'Open this file…',
  closed: 'The gate is closed. The file can be opened with an authority for it.',
  addAuthority: 'Record an authority for this file…',
  authorityKind: 'What you hold for this file',
  authorityKinds,
  authorityFields: {
    court: 'Court',
    number: 'Number',
    dated: 'Date',
    returnedBy: 'Returned, or to be returned, by',
    givenBy: 'Given by',
    note: 'Note',
  },
  authorityMissing: 'Choose what you hold, and fill in what it needs.',
  recordAuthority: 'Record for this file alone',
  withdraw: 'Withdraw',
  withdrawAuthority: 'Withdraw this authority…',
  withdrawn: (by: string) => `Withdrawn by ${by}`,
  openLead:
    'Nothing you decide here needs the file to be seen. If you open it: your name, the purpose and the authority go into the log, and the file stays covered until you hold the key.',
  limit: (perDay: number, left: number) =>
    `Your agency lets a person open ${perDay} files a day (UTC); ${left} left today. A supervisor can lift it for the day.`,
  limitLifted: 'Your agency’s limit of files a day is lifted for you today.',
  liftTitle: 'Lift the daily limit for somebody',
  liftAbout:
    'For one person and the rest of today (UTC). You are shown nobody’s count; whoever needs it asks you.',
  liftPerson: 'For whom',
  liftMissing: 'Choose for whom.',
  lift: 'Lift for today',
  lifted: 'Lifted until midnight UTC.',
  purpose: 'What for',
  purposes,
  choose: 'Choose',
  reason: 'Why, in a sentence',
  reasonMissing: 'Choose what for, and say why.',
  openCovered: 'Open, covered',
  opening: 'Opening…',
  covered: 'Covered',
  coveredNow: 'Covered.',
  shownNow: 'Shown while you hold.',
  hold: 'Hold to show (Space)',
  shownHow: (blurPixels: number, greyscale: boolean, muted: boolean) =>
    `Shown ${blurPixels > 0 ? 'blurred' : 'sharp'}, ${greyscale ? 'in grey' : 'in colour'}, ${muted ? 'without sound' : 'with sound'}. Change it under My viewing.`,
  notShown: 'This kind of file cannot be shown here. Nothing of it was run, and nothing was kept.',
  pause: 'You have looked for a while. A pause is suggested; it is a suggestion and nothing waits for it.',
  ownCount: (count: number) =>
    count === 1 ? 'You have looked at 1 file today (UTC).' : `You have looked at ${count} files today (UTC).`,
  viewingTitle: 'My viewing',
  viewingLead:
    'How files are shown to you when you open one, and how many you have looked at. No page shows your count to anybody else. Each single opening is in the log, as every act is.',
  preference: 'How files are shown to me',
  preferenceAbout:
    'Applied before anything is drawn. Studies do not agree on whether blur and grey lessen harm; what certainly does is not opening a file.',
  blur: 'Blur',
  blurs: { 0: 'None', 4: 'Light', 8: 'Medium', 16: 'Strong', 32: 'Very strong' } as Record<number, string>,
  greyscale: 'In grey',
  muted: 'Without sound',
  breakAfter: 'Suggest a pause after',
  noBreak: 'never',
  minutes: (count: number) => `${count} minutes of looking`,
  savePreference: 'Save',
  saved: 'Saved.',
  notChosen: 'You have not chosen yet; this is what holds until you do.',
  ownTitle: 'My count',
  ownAbout: 'Files whose content was given to you, by day. An opening that gave nothing is not counted.',
  ownDays: 'Files looked at, by day',
  day: 'Day (UTC)',
  week: 'Week from',
  views: 'Files looked at',
  sumsTitle: 'Sums of the agency',
  sumsAbout: (people: number) =>
    `Whole weeks that are over. A week in which fewer than ${people} people looked has no figure here, since a sum would tell of one person.`,
  tooFew: (people: number) => `not shown: fewer than ${people} people`,
  nothingCounted: 'Nothing to show.',
  incidentsTitle: 'Evidence incidents',
  incidentsLead:
    'Files whose stored bytes were found not to be what was received, when they were read or by the nightly check. An incident stays open until a person says what was done.',
  orphansTitle: 'Objects that no file knows',
  orphansLead:
    'Found in the evidence store by the last nightly check. Nothing removes them by itself. A file whose object is missing is an incident above.',
  orphanTodo: {
    unknown:
      'No file has this number: an upload that was broken off, or a database restored to a time before it. Restore the newer database first.',
    destroyed:
      'Its file is destroyed; a back-up may have brought the object back. Whoever keeps the machine removes it.',
  },
  noIncidents: 'No incident is on record.',
  incidentKinds,
  foundBy: { reading: 'Found when it was opened,', scrub: 'Found by the nightly check,' },
  file: 'File',
  closedBy: (by: string) => `Closed by ${by}`,
  closeIncident: 'Say what was done, and close',
}
