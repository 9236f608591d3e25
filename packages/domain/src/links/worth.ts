import type { Identifier } from '@opentipline/contract'

/** What a shared identifier is worth as a link between two reports. */
export type LinkWorth =
  | { strength: 'strong' | 'weak'; because: string }
  | { strength: 'none'; because: string }

/**
 * An identifier in more reports than this is common: a viral file, an exit of a shared network, a provider's own
 * address. It says nothing about two reports that both have it. A choice, not science; see docs/explanation/judgement.md.
 */
export const commonFromReports = 50

const strongKinds: readonly Identifier['kind'][] = ['account', 'email', 'phone', 'device', 'payment']

const names: Record<Identifier['kind'], string> = {
  account: 'account',
  screenName: 'screen name',
  email: 'e-mail address',
  phone: 'phone number',
  ip: 'network address',
  ipAtTime: 'network address and port at the same second',
  device: 'device',
  url: 'address on the web',
  hash: 'file (same digest)',
  group: 'group',
  payment: 'payment handle',
  picture: 'picture (it looks the same)',
}

/** An address at a second has its port where somebody stated it: `192.0.2.1:40000@...`, `[2001:db8::1]:40000@...`. */
const withPort = /(?:^[^:]+|\]):\d+@/

/** Why this value is worth less than its kind: it does not tell one subscriber, or one device, from another. */
const doubt = ({ kind, value }: Pick<Identifier, 'kind' | 'value'>): string | undefined => {
  if (kind === 'ipAtTime' && !withPort.test(value))
    return 'Same network address at the same second, without a port: where many subscribers share the address it is not one household.'
  return kind === 'device' && value.startsWith('imei-unchecked:')
    ? 'Same IMEI, whose check digit does not hold: a typing error, or a number made up.'
    : undefined
}

/**
 * Judges one shared identifier. `reportCount` is the number of reports that have it, the two included.
 * Strong: one person or one device stands behind it. Weak: worth a look, with its reason; a person confirms.
 */
export const linkWorth = (
  identifier: Pick<Identifier, 'kind' | 'value' | 'role' | 'basis'>,
  reportCount: number,
): LinkWorth => {
  const name = names[identifier.kind]
  if (identifier.role === 'reporter')
    return { strength: 'none', because: `The ${name} is the reporting provider’s own.` }
  if (reportCount > commonFromReports)
    return { strength: 'none', because: `More than ${commonFromReports} reports share this ${name}.` }
  if (identifier.kind === 'picture') return { strength: 'weak', because: weakBecause(identifier.kind, name) }
  if (identifier.basis === 'derived')
    return { strength: 'weak', because: `Same ${name}, read out of a text or a web address.` }
  const doubted = doubt(identifier)
  if (doubted !== undefined) return { strength: 'weak', because: doubted }
  if (strongKinds.includes(identifier.kind) || identifier.kind === 'ipAtTime')
    return { strength: 'strong', because: `Same ${name}.` }
  return { strength: 'weak', because: weakBecause(identifier.kind, name) }
}

const weakBecause = (kind: Identifier['kind'], name: string): string => {
  switch (kind) {
    case 'ip':
      return 'Same network address; it may be shared by many people, at different times.'
    case 'hash':
      return 'Same file (same digest); copies travel, and both may have it from a third.'
    case 'picture':
      return 'Same picture, perhaps in another size or coding (perceptual hash within 31 of 256 bits); copies travel.'
    case 'screenName':
      return 'Same screen name; different people may use it on different services.'
    default:
      return `Same ${name}.`
  }
}
