import type { PlaceFact } from '@opentipline/contract'
import type { Facts, Reading, SignalDefinition } from './facts.ts'
import { isFalse, isTrue, isUnknown, trueIfAny } from './reading.ts'

/**
 * Roles that may show where the reported person is. A file's upload and the incident stand in for the person,
 * weaker than the person's own places; a recipient's place never does.
 */
const subjectRoles: readonly PlaceFact['role'][] = ['subject', 'file', 'incident']

const precise: readonly PlaceFact['specificity'][] = ['address', 'postal code', 'city', 'county']

/** A place that an agency could be found for: inside a state of the US, or abroad. A bare "US" is not. */
const routable = (place: PlaceFact): boolean =>
  place.country !== undefined && (place.country !== 'US' || place.region !== undefined)

const isPlaced = (place: PlaceFact): boolean => place.kind === 'school' || routable(place)

const isPrecise = (place: PlaceFact): boolean =>
  precise.includes(place.specificity) && place.confidence !== 'low'

const pick = (
  { places }: Facts,
  roles: readonly PlaceFact['role'][],
  test: (place: PlaceFact) => boolean,
): Reading =>
  trueIfAny(
    (places ?? [])
      .filter((place) => roles.includes(place.role) && test(place))
      .map((place) => place.evidence),
  )

/** A place fact puts the reported person in a state of the US or in another country. */
const subjectLocated = (facts: Facts): Reading => pick(facts, subjectRoles, isPlaced)

/** It is a county or nearer, and not of low confidence. */
const subjectLocatedPrecisely = (facts: Facts): Reading => pick(facts, subjectRoles, isPrecise)

/** A place fact puts the child in a state of the US or in another country, or names the school. */
const childLocated = (facts: Facts): Reading => pick(facts, ['child'], isPlaced)

/** It is a county or nearer, and not of low confidence. */
const childLocatedPrecisely = (facts: Facts): Reading => pick(facts, ['child'], isPrecise)

const areaOf = (place: PlaceFact): string | undefined =>
  routable(place) ? (place.country === 'US' ? `US ${place.region}` : place.country) : undefined

/** Subject and child, or two places of one, lie in different states or countries. Low confidence does not count. */
function severalAreas({ places }: Facts): Reading {
  const firm = (places ?? []).filter((place) => place.confidence !== 'low' && place.role !== 'recipient')
  const located = firm.filter((place) => areaOf(place) !== undefined)
  const areas = new Set(located.map(areaOf))
  if (areas.size > 1) return isTrue(located.map((place) => place.evidence))
  return areas.size === 1 ? isFalse(located.map((place) => place.evidence)) : isUnknown()
}

/** The reported person's own places lie outside the United States. */
function subjectAbroad({ places }: Facts): Reading {
  const own = (places ?? []).filter((place) => place.role === 'subject' && place.country !== undefined)
  const firm = own.filter((place) => place.confidence !== 'low')
  const abroad = firm.filter((place) => place.country !== 'US')
  if (firm.length === 0) return isUnknown(own.map((place) => place.evidence))
  if (abroad.length === firm.length) return isTrue(abroad.map((place) => place.evidence))
  return abroad.length === 0
    ? isFalse(firm.map((place) => place.evidence))
    : isUnknown(firm.map((place) => place.evidence))
}

const askSubject =
  'Ask for the subscriber behind the address and time, by subpoena where the law asks for one'

export const locationSignals: readonly SignalDefinition[] = [
  {
    name: 'subject located',
    class: 'tip',
    question: 'Is it known in which state or country the reported person is?',
    inputs: 'Place facts of the reported person, of files and of the incident; never of a recipient',
    unknownWhen: 'No place fact says so. The place may still be found.',
    source: 'Stanford 2024, offender information; mission statement, location specificity',
    act: askSubject,
    providerAdvice:
      'Give the addresses of log-in and upload, with time and port, and the location you hold for the account',
    read: subjectLocated,
  },
  {
    name: 'subject located precisely',
    class: 'tip',
    question: 'Is the reported person located to a county or nearer?',
    inputs:
      'Place facts of the reported person, of files and of the incident, with their specificity and confidence',
    unknownWhen: 'No place fact is that near, or only with low confidence.',
    source: 'Mission statement, location specificity: address, subscriber, city, state, none',
    act: askSubject,
    providerAdvice: 'Give the address or verified location that you hold for the account',
    read: subjectLocatedPrecisely,
  },
  {
    name: 'child located',
    class: 'tip',
    question: 'Is it known in which state or country the child is, or at which school?',
    inputs: 'Place facts of the child, schools among them',
    unknownWhen: 'No place fact says so. The place may still be found.',
    source: 'Stanford 2024, victim location; 34 U.S.C. 21114',
    act: "Read the conversation for the school or town, and ask for the child's account records",
    providerAdvice: "Give the location or school that you already hold for the child's account",
    read: childLocated,
  },
  {
    name: 'child located precisely',
    class: 'tip',
    question: 'Is the child located to a county or nearer?',
    inputs: 'Place facts of the child, with their specificity and confidence',
    unknownWhen: 'No place fact is that near, or only with low confidence.',
    source: 'Stanford 2024, victim location; 34 U.S.C. 21114',
    act: "Read the conversation for the school or town, and ask for the child's account records",
    providerAdvice: "Give the location or school that you already hold for the child's account",
    read: childLocatedPrecisely,
  },
  {
    name: 'several areas',
    class: 'operations',
    question: 'Do the places of the report lie in different states or countries?',
    inputs: 'Place facts of more than low confidence, but those of recipients',
    unknownWhen: 'No place is known with more than low confidence.',
    source: 'ICAC Standards, jurisdiction',
    act: askSubject,
    read: severalAreas,
  },
  {
    name: 'subject abroad',
    class: 'operations',
    question: 'Is the reported person outside the United States?',
    inputs: "The reported person's own place facts of more than low confidence",
    unknownWhen: 'No place of theirs is known with more than low confidence, or they disagree.',
    source: 'ICAC Standards, jurisdiction; 18 U.S.C. 2258A(c)',
    act: askSubject,
    read: subjectAbroad,
  },
]
