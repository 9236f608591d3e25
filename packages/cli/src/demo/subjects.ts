import type { DeviceId, IpCapture, Party, Person } from '@opentipline/contract'
import { demoProviders, type ProviderKey } from './plan.ts'
import { type Random, randomOf } from './random.ts'
import {
  abroad,
  elsewhere,
  milwaukee,
  sanDiego,
  seattle,
  spokane,
  type Town,
  unknownNetwork,
} from './towns.ts'

/** Somebody invented, who may be reported more than once: the same e-mail, phone and device, an account at each service. */
export type Subject = { id: string; town: Town; email: string; phone: string | undefined; device: string }

/** Where reports lead, in the shares of docs/explanation/demonstration.md. */
const townOf = (random: Random): Town => {
  const share = random.next()
  if (share < 0.36) return milwaukee
  if (share < 0.5) return seattle
  if (share < 0.55) return spokane
  if (share < 0.7) return sanDiego
  if (share < 0.94) return random.pick(elsewhere)
  return random.pick(abroad)
}

/** Numbers of one area code that are kept for fiction: 555-0100 to 555-0199. */
const fictionNumbers = 100

const makeSubject = (seed: string, number: number, town: Town | undefined): Subject => {
  const random = randomOf(`${seed} subject ${number}`)
  const home = town ?? townOf(random)
  const id = `${random.hex(6)}${number}`
  // The number follows the subject's own, so that two subjects of the first hundred never share one by accident.
  const phone =
    home.areaCode && number < fictionNumbers && random.chance(0.6)
      ? `${home.areaCode}-555-${String(100 + number).padStart(4, '0')}`
      : undefined
  return {
    id,
    town: home,
    email: `synthetic.user.${id}@example.${random.pick(['com', 'net', 'org'])}`,
    phone,
    device: `synthetic-device-${random.hex(12)}`,
  }
}

/** Subjects that may come back, out of so many; a tenth of the caseload names one of them again. */
const repeatedSubjects = 12
const repeatedShare = 0.12

/** The reported person of a filing: usually a new one, sometimes one that other filings name too. */
export const subjectOf = (seed: string, index: number, town?: Town): Subject => {
  const random = randomOf(`${seed} who ${index}`)
  return random.chance(repeatedShare) && town === undefined
    ? makeSubject(seed, random.int(0, repeatedSubjects - 1), undefined)
    : makeSubject(seed, repeatedSubjects + index, town)
}

/** Of the households so many have IPv4 only; its few documentation addresses would otherwise seem to link everybody. */
const v4Share = 0.35

/** The subject's address at home, the same household each time; `v6` asks for IPv6 where the town has it. */
export const addressOf = (
  subject: Subject,
  random: Random,
  version: 'as used' | 'v6' = 'as used',
): string => {
  const { v4, v6 } = subject.town
  const household = randomOf(`${subject.id} household`)
  const hasV4 = household.chance(v4Share)
  if (v6 !== undefined && (version === 'v6' || v4 === undefined || !hasV4))
    return `2001:db8:${v6}:${household.int(1, 65_535).toString(16)}::${random.int(1, 99)}`
  return hostIn(v4 ?? unknownNetwork, household)
}

export const hostIn = ([prefix, first, count]: NonNullable<Town['v4']>, random: Random): string =>
  `${prefix}.${first + random.int(0, count - 1)}`

/** A source port outside the well-known ones. */
export const portOf = (random: Random): number => random.int(20_000, 65_000)

export const emptyPerson = (): Person => ({ phones: [], emails: [], addresses: [] })

export const emptyParty = (role: Party['role']): Party => ({
  role,
  associatedAccounts: [],
  displayNames: [],
  profileUrls: [],
  ipCaptures: [],
  devices: [],
  priorReports: [],
  additionalInfo: [],
  statements: {},
})

/** The reported account with what a service knows of it. Each service has an identifier of its own for the subject. */
export const accountOf = (subject: Subject, provider: ProviderKey): Party => {
  const { service, domain } = demoProviders[provider]
  const key = randomOf(`${subject.id} at ${provider}`).hex(10)
  return {
    ...emptyParty('reported'),
    espIdentifier: `${provider}-${key}`,
    espService: service,
    screenName: `synthetic_${subject.id}`,
    profileUrls: [`https://${domain}/users/${key}`],
  }
}

export const contactOf = (subject: Subject, verifiedAt: string | undefined): Person => ({
  ...emptyPerson(),
  emails: [{ address: subject.email, verified: true, ...(verifiedAt ? { verifiedAt } : {}) }],
  phones: subject.phone ? [{ number: subject.phone, countryCallingCode: '+1', type: 'Mobile' }] : [],
})

export const deviceOf = (subject: Subject, at: string): DeviceId => ({
  idType: 'Synthetic device id',
  idValue: subject.device,
  eventName: 'Login',
  at,
})

export const capture = (ipAddress: string, eventName: string, at: string, port?: number): IpCapture => ({
  ipAddress,
  eventName,
  at,
  ...(port === undefined ? {} : { port }),
})
