/** The words of whose a tip is, in English. */
export const assignEn = {
  nobody: 'It is nobody’s yet.',
  mine: 'It is yours.',
  colleague: (name: string) => `It is ${name}’s.`,
  take: 'Make it mine',
  change: 'Assign',
  whose: 'Whose it is',
  none: 'Nobody’s',
  send: 'Assign it',
  cancel: 'Cancel',
  sending: 'Sending…',
}
