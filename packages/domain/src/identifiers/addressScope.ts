import { type NetworkAddress, parseAddress } from './address.ts'

/** What an address can tell: only a `global` one belongs to somebody on the Internet. */
export type AddressScope = 'global' | 'documentation' | 'private' | 'carrier' | 'local' | 'reserved'

type Range = { readonly network: NetworkAddress; readonly length: number; readonly scope: AddressScope }

const range = (cidr: string, scope: AddressScope): Range => {
  const [text = '', length = ''] = cidr.split('/')
  const network = parseAddress(text)
  if (network === undefined) throw new Error(`not a network: ${cidr}`)
  return { network, length: Number(length), scope }
}

/** IANA IPv4 and IPv6 Special-Purpose Address Registries (RFC 6890 and its updates). First match wins. */
const ranges: readonly Range[] = [
  range('192.0.2.0/24', 'documentation'),
  range('198.51.100.0/24', 'documentation'),
  range('203.0.113.0/24', 'documentation'),
  range('2001:db8::/32', 'documentation'),
  range('3fff::/20', 'documentation'),
  range('10.0.0.0/8', 'private'),
  range('172.16.0.0/12', 'private'),
  range('192.168.0.0/16', 'private'),
  range('fc00::/7', 'private'),
  range('100.64.0.0/10', 'carrier'),
  range('127.0.0.0/8', 'local'),
  range('169.254.0.0/16', 'local'),
  range('::1/128', 'local'),
  range('fe80::/10', 'local'),
  range('0.0.0.0/8', 'reserved'),
  range('192.0.0.0/24', 'reserved'),
  range('198.18.0.0/15', 'reserved'),
  range('224.0.0.0/4', 'reserved'),
  range('240.0.0.0/4', 'reserved'),
  range('::/128', 'reserved'),
  range('ff00::/8', 'reserved'),
  range('100::/64', 'reserved'),
]

const widthOf = (version: 4 | 6): number => (version === 4 ? 32 : 128)

/** True when `address` lies in the network of `length` bits that starts at `network`. */
export function inNetwork(address: NetworkAddress, network: NetworkAddress, length: number): boolean {
  if (address.version !== network.version) return false
  const shift = BigInt(widthOf(address.version) - length)
  return address.bits >> shift === network.bits >> shift
}

/** The scope of an address by the IANA special-purpose registries. */
export function addressScope(address: NetworkAddress): AddressScope {
  return ranges.find((entry) => inNetwork(address, entry.network, entry.length))?.scope ?? 'global'
}

/** Why an address of this scope has no place and no operator; undefined for a global one. */
export function scopeReason(scope: AddressScope): string | undefined {
  switch (scope) {
    case 'global':
      return undefined
    case 'documentation':
      return 'The address is reserved for documentation (RFC 5737, RFC 3849) and belongs to nobody.'
    case 'private':
      return 'The address is private (RFC 1918, RFC 4193): countless networks use the same one.'
    case 'carrier':
      return 'The address is inside a carrier network (RFC 6598) and is not seen on the Internet.'
    case 'local':
      return 'The address is local to one machine or link.'
    case 'reserved':
      return 'The address is reserved and cannot belong to a subscriber.'
  }
}

/**
 * May two reports that carry this address be speaking of one network? Private, carrier and local addresses are
 * used by everybody at once, so equal ones mean nothing. Documentation addresses may identify: demonstrations and
 * tests use them in the place of real ones.
 */
export function addressIdentifies(address: NetworkAddress): boolean {
  const scope = addressScope(address)
  return scope === 'global' || scope === 'documentation'
}
