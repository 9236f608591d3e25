import type { DeviceId, Email, Identifier, Phone, Report, ReportFile } from '@opentipline/contract'
import { addressIdentifies } from './addressScope.ts'
import { formatAddress, parseAddress } from './address.ts'
import { normalAccount, normalScreenName } from './normalAccount.ts'
import { normalDevice } from './normalDevice.ts'
import { normalEmail } from './normalEmail.ts'
import { normalHash } from './normalHash.ts'
import { normalPhone } from './normalPhone.ts'
import { normalTime } from './normalTime.ts'
import { normalUrl } from './normalUrl.ts'
import { type AccountAt, accountsOf, type CaptureAt, capturesOf, type Role } from './occurrences.ts'
import { profileAccount } from './profileUrls.ts'

type Kind = Identifier['kind']

/** An identifier, or nothing where the value has no normal form. */
const stated = (
  kind: Kind,
  value: string | undefined,
  role: Role,
  path: string,
  at?: string,
): Identifier[] =>
  value === undefined
    ? []
    : [{ kind, value, role, basis: 'stated', path, ...(at === undefined ? {} : { at }) }]

const utc = (given: string | undefined): string | undefined =>
  given === undefined ? undefined : normalTime(given)?.utc

const emails = (list: readonly Email[], role: Role, path: string): Identifier[] =>
  list.flatMap((email, i) => stated('email', normalEmail(email.address), role, `${path}/emails/${i}`))

const phones = (list: readonly Phone[], role: Role, path: string): Identifier[] =>
  list.flatMap((phone, i) => stated('phone', normalPhone(phone), role, `${path}/phones/${i}`))

const devices = (list: readonly DeviceId[], role: Role, path: string): Identifier[] =>
  list.flatMap((device, i) =>
    stated(
      'device',
      normalDevice(device.idType, device.idValue),
      role,
      `${path}/devices/${i}`,
      utc(device.at),
    ),
  )

/** A web address, and the account its shape names: that reading is ours, so it is derived. */
function urlIdentifiers(url: string, role: Role, path: string): Identifier[] {
  const account = profileAccount(url)
  const derived: Identifier[] =
    account === undefined ? [] : [{ kind: account.kind, value: account.value, role, basis: 'derived', path }]
  return [...stated('url', normalUrl(url), role, path), ...derived]
}

/** `address`, or `address:port` with IPv6 in brackets, at a UTC second: what a subscriber is asked for by. */
const ipAtTimeValue = (address: string, port: number | undefined, at: string): string => {
  const host = port !== undefined && address.includes(':') ? `[${address}]` : address
  return `${host}${port === undefined || port === 0 ? '' : `:${port}`}@${at}`
}

function ipIdentifiers({ capture, role, path }: CaptureAt): Identifier[] {
  const address = parseAddress(capture.ipAddress)
  if (address === undefined || !addressIdentifies(address)) return []
  const ip = formatAddress(address)
  const time = capture.at === undefined ? undefined : normalTime(capture.at)
  const atTime = time?.precision === 'second' ? ipAtTimeValue(ip, capture.port, time.utc) : undefined
  return [...stated('ip', ip, role, path, time?.utc), ...stated('ipAtTime', atTime, role, path, time?.utc)]
}

function accountIdentifiers({ account, person, platform, role, path }: AccountAt): Identifier[] {
  const one = (kind: Kind, value: string | undefined, field: string) =>
    stated(kind, value, role, `${path}/${field}`)
  return [
    ...one('account', normalAccount(platform, account.espIdentifier ?? ''), 'espIdentifier'),
    ...one('screenName', normalScreenName(platform, account.screenName ?? ''), 'screenName'),
    ...one('group', normalAccount(platform, account.groupIdentifier ?? ''), 'groupIdentifier'),
    ...emails(person?.emails ?? [], role, `${path}/person`),
    ...phones(person?.phones ?? [], role, `${path}/person`),
    ...devices(account.devices, role, path),
    ...account.profileUrls.flatMap((url, i) => urlIdentifiers(url, role, `${path}/profileUrls/${i}`)),
  ]
}

function fileIdentifiers(file: ReportFile, path: string): Identifier[] {
  const { received } = file
  const digests = received === undefined ? [] : (['md5', 'sha1', 'sha256'] as const)
  return [
    ...digests.flatMap((type) =>
      stated('hash', normalHash(received?.[type] ?? '', type), 'file', `${path}/received/${type}`),
    ),
    ...file.originalHashes.flatMap((hash, i) =>
      stated('hash', normalHash(hash.value, hash.hashType), 'file', `${path}/originalHashes/${i}`),
    ),
    ...stated('hash', normalHash(file.verificationHash ?? ''), 'file', `${path}/verificationHash`),
    ...urlIdentifiers(file.locationOfFile ?? '', 'file', `${path}/locationOfFile`),
    ...file.urls.flatMap((url, i) => urlIdentifiers(url, 'file', `${path}/urls/${i}`)),
    ...devices(file.devices, 'file', path),
  ]
}

const incidentIdentifiers = (detail: Report['internetDetails'][number], path: string): Identifier[] => [
  ...(detail.urls ?? []).flatMap((url, i) => urlIdentifiers(url, 'incident', `${path}/urls/${i}`)),
  ...emails(detail.emails ?? [], 'incident', path),
  ...(detail.phone === undefined
    ? []
    : stated('phone', normalPhone(detail.phone), 'incident', `${path}/phone`)),
]

const reporterIdentifiers = (report: Report): Identifier[] =>
  (['person', 'contact'] as const).flatMap((key) => [
    ...emails(report.reporter[key]?.emails ?? [], 'reporter', `/reporter/${key}`),
    ...phones(report.reporter[key]?.phones ?? [], 'reporter', `/reporter/${key}`),
  ])

/**
 * Every identifier that stands in a field of its own. An officer named under `lawEnforcement` gives none: that is
 * a colleague, not evidence.
 */
export const statedIdentifiers = (report: Report): Identifier[] => [
  ...accountsOf(report).flatMap(accountIdentifiers),
  ...capturesOf(report).flatMap(ipIdentifiers),
  ...report.files.flatMap((file, i) => fileIdentifiers(file, `/files/${i}`)),
  ...report.internetDetails.flatMap((detail, i) => incidentIdentifiers(detail, `/internetDetails/${i}`)),
  ...reporterIdentifiers(report),
]
