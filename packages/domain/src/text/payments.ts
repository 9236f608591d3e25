import { normalScreenName } from '../identifiers/normalAccount.ts'
import { type Mention, mentionsBy } from './mention.ts'

const handle = (provider: string, name: string | undefined): string | undefined =>
  normalScreenName({ provider }, (name ?? '').replace(/^\$/, ''))

/** A cashtag begins with a letter, so an amount of money is not one. Capital-only short ones are share symbols. */
const cashtag = /(?<![\w$])\$([A-Za-z]\w{1,19})(?!\w)/g
const labelled = (words: string): RegExp =>
  new RegExp(
    `(?<!\\w)(?:${words})(?: ?(?:handle|user ?name|id|account|cuenta|usuario))?\\s{0,3}[:=]\\s{0,3}[$@]?([A-Za-z][\\w-]{2,29})(?![\\w@.])`,
    'gi',
  )
const cashApp = labelled('cash ?app')
const venmo = labelled('venmo')
const paypal = labelled('pay ?pal')

/** Segwit: `bc1` and a lower-case checksummed tail (BIP 173, BIP 350). */
const segwit = /(?<!\w)bc1[02-9ac-hj-np-z]{11,87}(?!\w)/g
const legacy =
  /(?<!\w)(?:btc|bitcoin)(?: ?(?:address|wallet|direcci[oó]n))?\s{0,3}[:=]\s{0,3}([13][1-9A-HJ-NP-Za-km-z]{25,34})(?!\w)/gi
const ether = /(?<!\w)0x[0-9a-fA-F]{40}(?!\w)/g

const alphabet = 'qpzry9x8gf2tvdw0s3jn54khce6mua7l'
const generator = [0x3b6a57b2, 0x26508e6d, 0x1ea119fa, 0x3d4233dd, 0x2a1462b3]

const bech32Step = (checksum: number, value: number): number => {
  const top = checksum >>> 25
  const next = ((checksum & 0x1ffffff) << 5) ^ value
  return generator.reduce((sum, term, i) => ((top >>> i) & 1 ? sum ^ term : sum), next)
}

/** Does the checksum of a `bc1` address hold, in either of its two forms? A typing error is then no identifier. */
export function segwitHolds(address: string): boolean {
  const data = Array.from(address.slice(3), (letter) => alphabet.indexOf(letter))
  // The human-readable part `bc`, expanded as the standard has it: high bits, zero, low bits.
  const checksum = [3, 3, 0, 2, 3, ...data].reduce(bech32Step, 1)
  return !data.includes(-1) && (checksum === 1 || checksum === 0x2bc830a3)
}

/** Payment handles and wallet addresses of a passage: `cash-app:name`, `venmo:name`, `paypal:name`, `bitcoin:…`, `ethereum:…`. */
export const paymentMentions = (text: string): Mention[] => [
  ...mentionsBy(text, 'a cashtag', cashtag, (m) => [
    ['payment', /^[A-Z]{1,5}$/.test(m[1] ?? '') ? undefined : handle('cash-app', m[1])],
  ]),
  ...mentionsBy(text, 'a Cash App name', cashApp, (m) => [['payment', handle('cash-app', m[1])]]),
  ...mentionsBy(text, 'a Venmo name', venmo, (m) => [['payment', handle('venmo', m[1])]]),
  ...mentionsBy(text, 'a PayPal name', paypal, (m) => [['payment', handle('paypal', m[1])]]),
  ...mentionsBy(text, 'a Bitcoin address', segwit, (m) => [
    ['payment', segwitHolds(m[0]) ? `bitcoin:${m[0]}` : undefined],
  ]),
  ...mentionsBy(text, 'a labelled Bitcoin address', legacy, (m) => [['payment', `bitcoin:${m[1]}`]]),
  ...mentionsBy(text, 'an Ethereum address', ether, (m) => [['payment', `ethereum:${m[0].toLowerCase()}`]]),
]
