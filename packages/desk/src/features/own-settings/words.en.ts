import type { KeyAction } from '@opentipline/contract'

const actions: Record<KeyAction, string> = {
  next: 'Next row or tip',
  previous: 'Row or tip before',
  open: 'Open the tip',
  choose: 'Choose the row',
  chooseRange: 'Choose up to this row',
  search: 'To the search',
  pursue: 'Pursue',
  decline: 'Decline',
  refer: 'Refer',
  hold: 'Hold',
  request: 'Request',
  note: 'To the note',
  toQueue: 'Back to the queue',
  undo: 'Undo the last decision',
  help: 'Show the keys',
}

/** The words of one's own settings. They come with the page. */
export const wordsEn = {
  lead: 'How your desk is: on every device you sign in on. Nobody else sees it, and it changes nothing for anybody else.',
  saved: 'Kept.',
  saving: 'Sending …',
  save: 'Keep these settings',
  notChosen: 'You have not kept any yet: this is how this device has it.',
  screen: 'Words and screen',
  language: 'Language',
  appearance: 'Appearance',
  density: 'Rows',
  densities: { comfortable: 'Comfortable', compact: 'Close together' },
  time: 'Time',
  timeZone: 'Times are told in',
  deviceZone: (zone: string) => `The zone of the device (here ${zone})`,
  timeZoneHint:
    'The zone is always named beside a time. What you enter in a field is in the zone that the field names.',
  sample: (moment: string) => `Now: ${moment}`,
  exposure: 'What you see of files',
  exposureLead:
    'Nothing of a file is shown by default. Blur, grey, sound and pauses are on a page of their own, and hold before the first picture.',
  exposureWay: 'How files are shown to you',
  keys: 'Keys',
  keysLead:
    'Single keys act only while the queue list or a tip’s head or decision pane has the focus, and never while you type. Ctrl K and Ctrl Enter always work.',
  letterKeys: 'Single keys on',
  action: 'What it does',
  key: 'Key',
  keyOf: (what: string) => `Key for: ${what}`,
  usual: (key: string) => `usually ${key}`,
  noKey: 'no key',
  press: 'One character. Empty: none acts.',
  usualAgain: 'The usual keys again',
  twice: (key: string, what: string) => `“${key}” would do two things: ${what}. Change one of them.`,
  actions,
}
export type OwnWords = typeof wordsEn
