/** The words of signing in, the lock, and people and access, in English. */
export const peopleEn = {
  proveTitle: 'Is it you?',
  proveLead: 'This asks for a fresh proof of who you are. It counts for five minutes.',
  proveDemo:
    'This is a demonstration: nothing is proven here. Outside a demonstration you would use your passkey or your agency’s sign-in.',
  goOnAs: (name: string) => `Go on as ${name}`,
  lockedTitle: 'Locked',
  lockedLead: (name: string, agency: string) =>
    `${name}, ${agency}. What you were doing is still here, and nobody can see it. Prove who you are to go on.`,
  lockedSignOut: 'Sign out instead; what was not saved is lost',
  lock: 'Lock the desk',
}
