import type { Identifier } from '@opentipline/contract'
import { addressIdentifies } from '../identifiers/addressScope.ts'
import { formatAddress, parseAddress } from '../identifiers/address.ts'
import { normalAccount, normalScreenName } from '../identifiers/normalAccount.ts'
import { normalDevice } from '../identifiers/normalDevice.ts'
import { normalEmail } from '../identifiers/normalEmail.ts'
import { normalHash } from '../identifiers/normalHash.ts'
import { normalPhone } from '../identifiers/normalPhone.ts'
import { normalUrl } from '../identifiers/normalUrl.ts'
import { profileAccount } from '../identifiers/profileUrls.ts'
import { type Mention, mentionsBy, mentionsMax } from './mention.ts'
import { paymentMentions } from './payments.ts'
import { namesPlatform, platformNames } from './platforms.ts'

const emailPattern =
  /(?<![\w.%+'-])[A-Za-z0-9][\w.%+'-]{0,63}@(?:[A-Za-z0-9-]{1,63}\.){1,8}[A-Za-z]{2,24}(?![\w@])/g
const urlPattern = /(?<!\w)(?:https?:\/\/|www\.)[^\s<>"'“”«»|\\^`{}]{3,2083}/gi
const v4Pattern = /(?<![\w.])(?:\d{1,3}\.){3}\d{1,3}(?![\w]|\.\d)/g
const v6Pattern = /(?<![\w:.])[0-9a-f]{0,4}(?::[0-9a-f]{0,4}){2,7}(?![\w:])/gi
const plusPhone = /(?<![\w+])\+\d[\d ().-]{6,18}\d(?!\w)/g
const usPhone = /(?<![\w.+$-])(?:1[-. ])?(?:\([2-9]\d{2}\) ?|[2-9]\d{2}[-. ])[2-9]\d{2}[-. ]\d{4}(?![\w-])/g
const labelledPhone =
  /(?<!\w)(?:phone|cell|mobile|tel|tel[eé]fono|celular|whats ?app)(?: ?(?:number|no\.?|n[uú]mero))?\s{0,3}[:#=]\s{0,3}([+\d(][\d ().-]{5,20}\d)/gi
const labelledHash =
  /(?<!\w)(md5|sha-?1|sha-?256|sha-?512|pdq)(?: ?hash)?\s{0,3}[:=]\s{0,3}([0-9a-f]{32,128})(?!\w)/gi
const labelledImei = /(?<!\w)imei\s{0,3}[:=#]?\s{0,3}(\d[\d -]{12,20}\d)(?!\w)/gi

/** Marks that end a sentence, not an address: cut from the end of what a reader took for a web address. */
const trimUrl = (url: string): string => url.replace(/[.,;:!?)\]'*]+$/, '')

function urlValues(url: string): (readonly [Identifier['kind'], string | undefined])[] {
  const account = profileAccount(url)
  const page = ['url', normalUrl(url)] as const
  return account === undefined ? [page] : [page, [account.kind, account.value]]
}

function ipValue(given: string): string | undefined {
  const address = parseAddress(given)
  return address !== undefined && addressIdentifies(address) ? formatAddress(address) : undefined
}

const onPlatforms = (text: string): Mention[] => {
  if (!namesPlatform.test(text)) return []
  return platformNames.flatMap(({ platform, pattern }) =>
    mentionsBy(text, `a name given for ${platform}`, pattern, (match) => [
      ['screenName', normalScreenName({ provider: platform }, (match[1] ?? '').replace(/[.]+$/, ''))],
    ]),
  )
}

const labelledName =
  /(?<!\w)(?:user ?name|screen ?name|handle|nombre de usuario|usuario)\s{0,3}[:=]\s{0,3}@?([\p{L}\p{N}_.-]{2,64})/giu
const labelledId = /(?<!\w)(?:(?:esp )?user ?id|account ?id|id de usuario)\s{0,3}[:=#]\s{0,3}([\w.-]{3,64})/gi

/** Names and numbers with a label but no platform belong to the platform that reports. */
const onReportingPlatform = (text: string, provider: string | undefined): Mention[] => [
  ...mentionsBy(text, 'a labelled user name', labelledName, (match) => [
    ['screenName', normalScreenName({ provider }, (match[1] ?? '').replace(/[.]+$/, ''))],
  ]),
  ...mentionsBy(text, 'a labelled account number', labelledId, (match) => [
    ['account', normalAccount({ provider }, (match[1] ?? '').replace(/[.]+$/, ''))],
  ]),
]

/**
 * The identifiers a passage mentions, by rules a reader can check. English and Spanish labels.
 * `provider` is the platform that reports, for names given without one. Sorted by position. Never throws.
 */
export function mentionsIn(text: string, provider: string | undefined): Mention[] {
  const all = [
    ...mentionsBy(text, 'an e-mail address', emailPattern, (m) => [['email', normalEmail(m[0])]]),
    ...mentionsBy(text, 'a web address', urlPattern, (m) => urlValues(trimUrl(m[0]))),
    ...mentionsBy(text, 'a network address', v4Pattern, (m) => [['ip', ipValue(m[0])]]),
    ...mentionsBy(text, 'a network address', v6Pattern, (m) => [['ip', ipValue(m[0])]]),
    ...mentionsBy(text, 'an international phone number', plusPhone, (m) => [
      ['phone', normalPhone({ number: m[0] })],
    ]),
    ...mentionsBy(text, 'a phone number', usPhone, (m) => [['phone', normalPhone({ number: m[0] })]]),
    ...mentionsBy(text, 'a labelled phone number', labelledPhone, (m) => [
      ['phone', normalPhone({ number: m[1] ?? '' })],
    ]),
    ...mentionsBy(text, 'a labelled digest', labelledHash, (m) => [
      ['hash', normalHash(m[2] ?? '', m[1] ?? '')],
    ]),
    ...mentionsBy(text, 'a labelled IMEI', labelledImei, (m) => [
      ['device', normalDevice('imei', m[1] ?? '')],
    ]),
    ...paymentMentions(text),
    ...onPlatforms(text),
    ...onReportingPlatform(text, provider),
  ]
  return all.toSorted((a, b) => a.start - b.start || a.kind.localeCompare(b.kind, 'en')).slice(0, mentionsMax)
}
