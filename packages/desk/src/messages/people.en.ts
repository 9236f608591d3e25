/** The words of signing in, the lock, and people and access, in English. */
import type { Role } from '@opentipline/contract'

const roleAbout: Record<Role, string> = {
  'provider engineer': 'Looks after the technical side of a provider’s reports. Reads no content.',
  'clearinghouse analyst': 'Reads all live reports, and routes what finds no agency.',
  'clearinghouse supervisor': 'An analyst who also looks after the clearinghouse’s people.',
  officer: 'Reads the agency’s tips, and decides.',
  'agency supervisor': 'An officer who also approves policies and changes of access.',
  'agency administrator': 'Looks after the agency’s people and rules. Reads no tips.',
  auditor: 'Reads the ledger, never content.',
  operator: 'Runs the machine. Reads neither the ledger nor content.',
}

export const peopleEn = {
  proveTitle: 'Is it you?',
  proveLead: 'This asks for a fresh proof of who you are. It counts for five minutes.',
  proveBy: {
    demonstration:
      'This is a demonstration: nothing is proven here. Outside a demonstration you would use your passkey or your agency’s sign-in.',
    passkey: 'Use your passkey: your fingerprint, face, PIN or security key.',
    oidc: 'Your agency’s sign-in opens in a new tab. Come back here when it is done.',
  },
  proveWith: { passkey: 'Use your passkey', oidc: 'Use your agency’s sign-in' },
  goOnAs: (name: string) => `Go on as ${name}`,
  waiting: 'Waiting for you…',
  lockedTitle: 'Locked',
  lockedLead: (name: string, agency: string) =>
    `${name}, ${agency}. What you were doing is still here, and nobody can see it. Prove who you are to go on.`,
  lockedSignOut: 'Sign out instead; what was not saved is lost',
  owedTitle: 'Signed out on this screen',
  owedLead: 'Nothing of what you saw is left here, but the server could not be told.',
  owedMore:
    'It is told as soon as it answers, also when the page is closed and opened again. Until then your session stays there, locked after 15 minutes without use. Stay until this page shows the sign-in, or tell your administrator.',
  owedTry: 'Try now',
  lock: 'Lock the desk',
  noticeTitle: 'Before you sign in',
  notice:
    'This system is for authorised people only. What you do here is recorded with your name and can be checked. By signing in you agree to that, and to use it for your duties alone.',
  otherWays: 'Sign in with a passkey instead',
  signInByPasskey: 'Sign in with a passkey',
  passkeyAbout:
    'There are no passwords here. A passkey is kept by your device or security key. If you have none, an administrator of your agency gives you a one-time link.',
  passkeysAt: 'Passkeys work at this address:',
  passkeysNot:
    'Passkeys cannot be used at this address, since it is a bare number. Whoever runs this system can give it a name.',
  byAgency: 'Or by your agency',
  signInBy: (name: string) => `Sign in by ${name}`,
  passkeyCancelled: 'Nothing happened: the request was closed or ran out. Try again when you are ready.',
  passkeyRefused: (why: string) =>
    `Your browser or device did not accept this (${why}). It may hold a passkey for you already, or have none for this address.`,
  joinNoLink: 'The link is not whole.',
  joinNoLinkMore:
    'Open the link you were given once more, to its last character. If you have none, ask an administrator of your agency for one.',
  joinTitle: 'Register your passkey',
  joinLead: {
    join: 'You were invited. Register a passkey: from then on it signs you in, and this link is used up.',
    recover:
      'Your access is restored. Register a new passkey: those you had before are worth nothing any more. If another agency had you as a member too, it has to let you in again.',
  },
  goodUntil: 'This link is good until',
  deviceName: 'What you call this device or key',
  deviceNameHint: 'For example: desk computer, blue security key',
  register: 'Register a passkey',
  title: 'People and access',
  lead: 'Who belongs to your agency and may do what. Every change is in the ledger, with who asked and who approved.',
  members: (count: number) => `People (${count})`,
  invite: 'Invite somebody',
  name: 'Name',
  hasAccount: 'They have an account here already',
  ownId: 'Account id',
  ownIdAbout: 'Give this to an administrator of another agency that wants you as a member.',
  subject: 'Subject at the agency’s own sign-in (exact)',
  role: 'Role',
  pickRole: 'Choose a role',
  roleAbout,
  waitingFor: 'Waiting for a second person',
  waitingAbout:
    'Nobody lets anybody in alone: who asked does not approve, and nobody approves what is about them.',
  decided: 'Decided lately',
  decidedAbout: 'The ledger has all of them.',
  changes: {
    invite: (name: string, role: string) => `Invite ${name} as ${role}`,
    role: (name: string, role: string) => `Make ${name} ${role}`,
    recover: (name: string, _what: string) => `Let ${name} register anew`,
    device: (name: string, _what: string) => `Let ${name} add a device`,
    subject: (name: string, subject: string) => `Know ${name} as ${subject} at the agency’s sign-in`,
  },
  states: {
    waiting: 'Waiting',
    approved: 'Approved',
    refused: 'Refused',
    alone: 'In effect; nobody else was there to approve',
  },
  made: {
    waiting: (name: string) => `Asked for. It takes effect when a second person approves it: ${name}.`,
    approved: (name: string) => `Approved: ${name}.`,
    refused: (name: string) => `Refused: ${name}.`,
    alone: (name: string) =>
      `In effect: ${name}. Your agency has nobody else yet who could approve it; the ledger says so.`,
  },
  linkAbout: (name: string) =>
    `Hand this link to ${name}, in person or by a safe way. It is shown this once, works once, and for 24 hours.`,
  copyLink: 'Copy the link',
  copied: 'Copied.',
  putAway: 'Put away',
  askedBy: (name: string) => `Asked for by ${name}`,
  decidedBy: (name: string) => `Decided by ${name}`,
  approve: 'Approve',
  refuse: 'Refuse',
  onlyOne:
    'Nobody else of your agency can approve yet. Until a second supervisor or administrator has signed in, what you ask for takes effect at once, and the log says so each time.',
  notYours: 'Somebody else decides this.',
  you: 'You',
  personStates: {
    invited: 'Has not signed in yet',
    locked: 'Locked after failed sign-ins',
    disabled: 'Disabled: not used for 90 days',
  },
  since: 'Member since',
  passkeyCount: (count: number) => `${count} ${count === 1 ? 'passkey' : 'passkeys'}`,
  knownAs: (subject: string) => `At the agency’s sign-in: ${subject}`,
  lastSignIn: 'Last sign-in',
  unlock: 'Unlock',
  acts: {
    role: 'Change the role',
    recover: 'Lost device',
    subject: 'Agency sign-in',
    end: 'End the membership',
  },
  actAbout: {
    role: 'Takes effect when a second person approves it.',
    recover:
      'For somebody who lost every passkey. When a second person approves it, all their passkeys are worth nothing and they get a one-time link.',
    subject: 'The exact subject by which your agency’s OpenID provider names this person.',
    end: 'Takes effect at once. What they did stays under their name.',
  },
  newLink: {
    name: 'New one-time link',
    about:
      'For somebody whose link was lost or ran out before they came in. When a second person approves it, the earlier link is worth nothing and they get a new one.',
  },
  oidcAt: (issuer: string) => `Your agency’s own sign-in is ${issuer}.`,
  accountTitle: 'Your account',
  methods: {
    demonstration: 'Signed in as a person of the demonstration.',
    passkey: 'Signed in by passkey.',
    oidc: 'Signed in by your agency.',
  },
  passkeys: 'Passkeys',
  passkeysAbout:
    'A further device needs a second person of your agency, so that nobody adds one in your name.',
  noPasskeys: 'You have no passkey here.',
  removePasskey: (label: string) => `Remove ${label}`,
  remove: 'Remove',
  registered: 'Registered',
  lastUsed: 'Last used',
  backedUp: 'Kept by the device maker’s cloud too',
  addDevice: 'Add a device',
  askDevice: 'Ask to add a device',
  deviceWaiting: 'You asked to add a device. A second person of your agency has to approve it.',
  deviceApproved: 'A further device is approved. Register it until',
  sessions: 'Sessions',
  sessionsAbout: 'Where you are signed in. A session locks after 15 minutes and ends after 12 hours.',
  began: 'Began',
  lastSeen: 'Last used',
  thisSession: 'This one',
  endSession: 'End it',
}
