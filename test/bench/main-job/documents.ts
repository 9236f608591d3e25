import { randomBytes } from 'node:crypto'
import { emptyReport, type Party, type Report } from '@opentipline/contract'
import { printFileDetails, printReport } from '@opentipline/formats'

/** Bytes of each report's one file. */
const fileBytes = 65_536

/** Networks that the demonstration's table places: the tips of a run spread over agencies, and few share an address. */
const networks = Array.from({ length: 64 }, (_, n) => `2001:db8:${n.toString(16)}`)
const addressOf = (n: number, use: number): string =>
  `${networks[n % networks.length] ?? ''}::${use}:${(n % 65_536).toString(16)}`
/** One report in so many names an account that the one before it named, as accounts that go on do. */
const repeatsEvery = 10

const party = (account: string, ip: string): Party => ({
  role: 'reported',
  displayNames: [`Synthetic display name ${account}`],
  profileUrls: [`https://example.com/users/${account}`],
  ipCaptures: [
    { ipAddress: ip, eventName: 'Login', at: '2026-10-30T18:04:00Z', port: 51_234 },
    { ipAddress: ip, eventName: 'Upload', at: '2026-10-30T18:09:00Z', port: 51_240 },
    { ipAddress: registeredFrom, eventName: 'Registration', at: '2026-01-04T08:00:00Z' },
  ],
  devices: [
    {
      idType: 'ID for Advertising',
      idValue: `device-${account}`,
      eventName: 'Login',
      at: '2026-10-30T18:04:00Z',
    },
  ],
  priorReports: [],
  additionalInfo: [`Synthetic narrative of the account ${account}. `.repeat(8)],
  associatedAccounts: [],
  statements: {},
  espIdentifier: account,
  screenName: `name-${account}`,
  person: {
    emails: [{ address: `${account}@example.com`, verified: true }],
    phones: [{ number: phoneMark }],
    addresses: [],
    age: 34,
  },
})

const mark = 'ACCOUNTMARK'
const ipMark = '192.0.2.250'
const registeredFrom = '2001:db8:45::ffff'
const phoneMark = '4145550117'

/** A report of common size: one account, three network events, a narrative, a web page. */
const sample = (): Report => ({
  ...emptyReport('reporting-xml'),
  incident: {
    type: 'Child Pornography (possession, manufacture, and distribution)',
    annotations: [],
    at: '2026-10-30T18:09:00Z',
  },
  internetDetails: [
    { kind: 'webPage', urls: [`https://example.com/posts/${mark}`], additionalInfo: ['Synthetic page note'] },
  ],
  reporter: { person: { emails: [{ address: 'reports@example.com' }], phones: [], addresses: [] } },
  parties: [party(mark, ipMark)],
  additionalInfo: [`Synthetic narrative 17. `.repeat(20)],
})

const sampleXml = printReport(sample())

/** The `n`th report of a run, with an account, phone, device and address on the web of its own, or of the one before. */
export const reportXml = (run: string, n: number): string => {
  const own = n % repeatsEvery === 0 ? Math.max(0, n - 1) : n
  return sampleXml
    .replaceAll(mark, `${run}-${own}`)
    .replaceAll(phoneMark, `414555${String(own % 10_000).padStart(4, '0')}`)
    .replaceAll(registeredFrom, addressOf(own, 1))
    .replaceAll(ipMark, addressOf(own, 2))
}

const detailsSample = printFileDetails('REPORTMARK', 'FILEMARK', {
  fileId: 'FILEMARK',
  fileName: 'synthetic.bin',
  viewedByEsp: true,
  viewState: 'viewed for this report',
  publiclyAvailable: false,
  annotations: [],
  originalHashes: [],
  ipCaptures: [{ ipAddress: ipMark, eventName: 'Upload', at: '2026-10-30T18:09:00Z' }],
  urls: [],
  devices: [],
  metadata: [],
  additionalInfo: ['Synthetic file note'],
})

export const detailsXml = (reportId: string, fileId: string, n: number): string =>
  detailsSample
    .replace('REPORTMARK', reportId)
    .replaceAll('FILEMARK', fileId)
    .replaceAll(ipMark, addressOf(n, 2))

const content = randomBytes(fileBytes)

/** Bytes that no other file of the run has: a number in front of random ones. */
export const fileContent = (n: number): Buffer => {
  content.writeUInt32LE(n, 0)
  return content
}
