import type { Finding } from '@opentipline/contract'
import { normalTime } from '../identifiers/normalTime.ts'
import { parsePhone } from '../identifiers/normalPhone.ts'
import { profileAccount } from '../identifiers/profileUrls.ts'
import { areaCodesDate, stateOfPhone } from '../places/areaCodes.ts'
import { usStates } from '../places/usStates.ts'
import type { SourceName } from './answers.ts'
import { emailDomainKind } from './emailDomains.ts'
import { makeFinding } from './makeFinding.ts'

/** Findings that need no source but the tables this package holds. */

const phoneTable: SourceName = {
  source: 'numbering plans (libphonenumber-js, NANPA area codes)',
  sourceVersion: '1.13.16',
  sourceDate: areaCodesDate,
}

const portable = 'A number keeps its area code when its user moves.'

/** Country, US state by area code, and line type of a number in E.164 form. */
export function phoneFinding(about: string, phone: string): Finding {
  const subject = { kind: 'phone region', about, detail: phone } as const
  const parsed = parsePhone({ number: phone })
  const region = stateOfPhone(phone)
  const country = region === undefined ? parsed?.country : 'US'
  if (country === undefined) return makeFinding(subject, { answer: 'miss', by: phoneTable }, () => ({}))
  const confidence = region === undefined ? 'medium' : 'low'
  return makeFinding(
    subject,
    { answer: 'hit', value: { phone, country, region }, confidence, by: phoneTable },
    (value) => ({ ...value, lineType: parsed?.getType()?.toLowerCase().replaceAll('_', ' ') }),
    [region === undefined ? undefined : portable],
  )
}

const domainTable: SourceName = { source: 'e-mail domain table', sourceVersion: '1' }

/** What an e-mail address's domain is known to be: public webmail, throw-away, school, government. */
export function emailDomainFinding(about: string, domain: string): Finding {
  const subject = { kind: 'email domain', about, detail: domain } as const
  const known = emailDomainKind(domain)
  if (known === undefined) return makeFinding(subject, { answer: 'miss', by: domainTable }, () => ({}))
  const value = { domain, ...known }
  return makeFinding(subject, { answer: 'hit', value, confidence: 'medium', by: domainTable }, (found) => ({
    ...found,
  }))
}

const urlTable: SourceName = { source: 'profile address shapes', sourceVersion: '1' }

/** The host of a web address, and the account its shape names where it is a known one. `url` is in normal form. */
export function urlFinding(about: string, url: string): Finding {
  const subject = { kind: 'url host', about, detail: url } as const
  if (!URL.canParse(url))
    return makeFinding(subject, { answer: 'failed', by: urlTable, caveat: 'Not a web address.' }, () => ({}))
  const account = profileAccount(url)
  const value = { host: new URL(url).hostname, accountKind: account?.kind, account: account?.value }
  return makeFinding(subject, { answer: 'hit', value, confidence: 'medium', by: urlTable }, (found) => ({
    ...found,
  }))
}

const clockTable: SourceName = { source: 'offset carried by a stated time', sourceVersion: '1' }

/** US states that keep an offset in winter or summer, by the usual zones; a hint, because a server's clock may speak. */
const offsetStates: Readonly<Record<string, readonly string[]>> = {
  '-04:00': ['America/New_York'],
  '-05:00': ['America/New_York', 'America/Chicago'],
  '-06:00': ['America/Chicago', 'America/Denver'],
  '-07:00': ['America/Denver', 'America/Phoenix', 'America/Los_Angeles'],
  '-08:00': ['America/Los_Angeles', 'America/Anchorage'],
  '-09:00': ['America/Anchorage'],
  '-10:00': ['Pacific/Honolulu'],
}

/** The offset a time carries. UTC is what servers write, so it tells nothing; no offset means the zone is unknown. */
export function timeZoneFinding(about: string, given: string): Finding {
  const subject = { kind: 'time zone', about } as const
  const time = normalTime(given)
  if (time === undefined) {
    const caveat = 'The time carries no offset that could be read.'
    return makeFinding(subject, { answer: 'not checked', by: clockTable, caveat }, () => ({}))
  }
  if (time.zone === 'Z' || time.zone.endsWith('00:00')) {
    return makeFinding(subject, { answer: 'miss', by: clockTable, caveat: 'Stated in UTC.' }, () => ({}))
  }
  const zones = offsetStates[time.zone] ?? []
  const states = usStates
    .filter((state) => state.zones.some((zone) => zones.includes(zone)))
    .map((state) => state.code)
  const value = { offset: time.zone, utc: time.utc, zones, states }
  const caveat = 'An offset may be that of a server, not of a person.'
  return makeFinding(
    subject,
    { answer: 'hit', value, confidence: 'low', caveat, by: clockTable },
    (found) => ({ ...found }),
  )
}
