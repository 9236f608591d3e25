import type {
  Address,
  AssociatedAccount,
  Identifier,
  IpCapture,
  Party,
  Person,
  Report,
} from '@opentipline/contract'

export type Role = Identifier['role']

/** An account as it stands in a report: a party itself, or an account associated with one. */
export type AccountAt = {
  readonly path: string
  readonly role: Role
  readonly account: Party | AssociatedAccount
  readonly person: Person | undefined
  /** Platform and service the account's ids belong to. */
  readonly platform: { readonly provider?: string | undefined; readonly service?: string | undefined }
}

/** The platform that numbers a party's accounts: the reporting provider, else the platform it names. */
export const reportPlatform = (report: Report): string | undefined =>
  report.reporter.espName ?? report.incident.platform

const partyAccount = (report: Report, party: Party, path: string): AccountAt => ({
  path,
  role: party.role,
  account: party,
  person: party.person,
  platform: { provider: reportPlatform(report), service: party.espService },
})

const associated = (role: Role, account: AssociatedAccount, path: string): AccountAt => ({
  path,
  role,
  account,
  person: account.person,
  // An associated account lives elsewhere: the reporting provider does not number it.
  platform: { provider: account.platform, service: account.espService },
})

/** Every account of the report, parties first to last, each followed by the accounts associated with it. */
export function accountsOf(report: Report): AccountAt[] {
  return report.parties.flatMap((party, i) => {
    const path = `/parties/${i}`
    const others = party.associatedAccounts.map((account, j) =>
      associated(party.role, account, `${path}/associatedAccounts/${j}`),
    )
    return [partyAccount(report, party, path), ...others]
  })
}

export type CaptureAt = { readonly path: string; readonly role: Role; readonly capture: IpCapture }

const capturesAt = (captures: readonly IpCapture[], role: Role, path: string): CaptureAt[] =>
  captures.map((capture, i) => ({ path: `${path}/ipCaptures/${i}`, role, capture }))

/** A bare `ipAddress` that the law-enforcement JSON keeps among a person's statements. */
const statedAddress = (party: Party, path: string): CaptureAt[] => {
  const value = party.statements.ipAddress
  return typeof value === 'string'
    ? [{ path: `${path}/statements/ipAddress`, role: party.role, capture: { ipAddress: value } }]
    : []
}

/** Every network address that stands in a field of its own: accounts, files and incident entries. */
export function capturesOf(report: Report): CaptureAt[] {
  return [
    ...accountsOf(report).flatMap(({ account, role, path }) => capturesAt(account.ipCaptures, role, path)),
    ...report.parties.flatMap((party, i) => statedAddress(party, `/parties/${i}`)),
    ...report.files.flatMap((file, i) => capturesAt(file.ipCaptures, 'file', `/files/${i}`)),
    ...report.internetDetails.flatMap((detail, i) =>
      capturesAt(detail.ipCaptures ?? [], 'incident', `/internetDetails/${i}`),
    ),
  ]
}

export type AddressAt = { readonly path: string; readonly role: Role; readonly address: Address }

const addressesAt = (addresses: readonly Address[], role: Role, path: string): AddressAt[] =>
  addresses.map((address, i) => ({ path: `${path}/addresses/${i}`, role, address }))

/** Every postal address of parties and incident entries. The reporter's own is not evidence of anything. */
export function addressesOf(report: Report): AddressAt[] {
  return [
    ...accountsOf(report).flatMap(({ person, role, path }) =>
      addressesAt(person?.addresses ?? [], role, `${path}/person`),
    ),
    ...report.internetDetails.flatMap((detail, i) =>
      addressesAt(detail.addresses ?? [], 'incident', `/internetDetails/${i}`),
    ),
  ]
}
