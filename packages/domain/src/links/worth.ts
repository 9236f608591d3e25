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

/**
 * Judges one shared identifier. `reportCount` is the number of reports that have it, the two included.
 * Strong: one person or one device stands behind it. Weak: worth a look, with its reason; a person confirms.
 */
export const linkWorth = (
  identifier: Pick<Identifier, 'kind' | 'role' | 'basis'>,
  reportCount: number,
): LinkWorth => {
  const name = names[identifier.kind]
  if (identifier.role === 'reporter')
    return { strength: 'none', because: `The ${name} is the reporting provider’s own.` }
  if (reportCount > commonFromReports)
    return { strength: 'none', because: `More than ${commonFromReports} reports share this ${name}.` }
  if (identifier.kind === 'picture') return { strength: 'weak', because: weakBecause(identifier.kind, name) }
  if (identifier.basis === 'derived')
    return { strength: 'weak', because: `Same ${name}, read out of free text.` }
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
