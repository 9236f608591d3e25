import type { IpCapture } from '@opentipline/contract'
import { ipNetworkValue } from '../findings/values.ts'
import { parseAddress } from '../identifiers/address.ts'
import { normalTime } from '../identifiers/normalTime.ts'
import type { Facts, Reading, SignalDefinition } from './facts.ts'
import { anyOf, inFinding, inReport, isFalse, isTrue, isUnknown, trueIfAny } from './reading.ts'
import { filesOf, type Placed, said, subjectCaptures } from './walk.ts'

/**
 * A file came with the report. A report of this clearinghouse that describes none has none. A document that describes
 * files may be delivered apart from them, and an imported one always is: there it is unknown.
 */
function fileIncluded({ report }: Facts): Reading {
  const files = filesOf(report)
  const came = files.filter(({ item }) => item.received !== undefined)
  if (came.length > 0) return isTrue(came.map(({ ref }) => inReport(`${ref}/received`)))
  const imported = report.origin.kind === 'le-json' || report.origin.kind === 'le-pdf'
  return imported || files.length > 0
    ? isUnknown(files.map(({ ref }) => inReport(ref)))
    : isFalse([inReport('/files')])
}

/** The report describes a file, whether or not it came: a fact about the report, so never unknown. */
const fileDescribed = ({ report }: Facts): Reading =>
  report.files.length > 0
    ? isTrue(report.files.map((_, index) => inReport(`/files/${index}`)))
    : isFalse([inReport('/files')])

/** Text of a conversation or message came with the report. */
const conversationIncluded = ({ report }: Facts): Reading =>
  trueIfAny(
    report.internetDetails.flatMap((detail, index) =>
      said(detail.content) ? [inReport(`/internetDetails/${index}/content`)] : [],
    ),
  )

const isExact = (at: string | undefined): boolean =>
  at !== undefined && normalTime(at)?.precision === 'second'

const detectionWords = /\b(?:detect|report(?:ed|ing)|flagged|scan|review|identified|detecci|denunci)\w*/iu

/** The incident's own time, unless its description says that it is when the provider found it. */
function incidentTime({ report }: Facts): Reading {
  const { at, atDescription } = report.incident
  if (!isExact(at)) return isUnknown(at === undefined ? [] : [inReport('/incident/at')])
  return said(atDescription) && detectionWords.test(atDescription)
    ? isUnknown([inReport('/incident/atDescription')])
    : isTrue([inReport('/incident/at')])
}

/** Some act of the reported person has a time to the second, with its zone. */
function exactTime(facts: Facts): Reading {
  const captured = subjectCaptures(facts.report).filter(({ item }) => isExact(item.at))
  const uploaded = filesOf(facts.report).filter(({ item }) => isExact(item.uploadedAt))
  return anyOf([
    trueIfAny(captured.map(({ ref }) => inReport(`${ref}/at`))),
    trueIfAny(uploaded.map(({ ref }) => inReport(`${ref}/uploadedAt`))),
    incidentTime(facts),
  ])
}

/** A capture carries the source port. Port 0 is a filler, not a port. */
const sourcePort = ({ report }: Facts): Reading =>
  trueIfAny(
    subjectCaptures(report)
      .filter(({ item }) => (item.port ?? 0) > 0)
      .map(({ ref }) => inReport(`${ref}/port`)),
  )

function sharing({ findings }: Facts, capture: Placed<IpCapture>): Reading {
  const version = parseAddress(capture.item.ipAddress)?.version
  for (const finding of findings ?? []) {
    const value = finding.about === capture.ref ? ipNetworkValue(finding) : undefined
    if (value?.sharing === 'many subscribers') return isTrue([inFinding(finding.key)])
    if (value?.sharing === 'one network') return isFalse([inFinding(finding.key)])
  }
  const evidence = [inReport(`${capture.ref}/ipAddress`)]
  // Carriers share IPv4 addresses because there are too few; of the others each subscriber has many, unless a network hides them.
  return version === 6 ? isFalse(evidence) : isUnknown(evidence)
}

/**
 * Every address of the reported person is shared by many subscribers, so that only the source port tells them apart.
 * One address of a single household is enough to make this false.
 */
function addressShared(facts: Facts): Reading {
  const readings = subjectCaptures(facts.report).map((capture) => sharing(facts, capture))
  const single = readings.filter((reading) => reading.value === 'false')
  if (single.length > 0) return isFalse(single.flatMap((reading) => reading.evidence))
  const shared = readings.filter((reading) => reading.value === 'true')
  const all = shared.length > 0 && shared.length === readings.length
  const evidence = readings.flatMap((reading) => reading.evidence)
  return all ? isTrue(evidence) : isUnknown(evidence)
}

/** An address of the reported person is there at all. */
const addressIncluded = ({ report }: Facts): Reading =>
  trueIfAny(subjectCaptures(report).map(({ ref }) => inReport(ref)))

export const evidenceSignals: readonly SignalDefinition[] = [
  {
    name: 'file included',
    class: 'tip',
    question: 'Did a file come with the report?',
    inputs: 'Which files came with their bytes; the format of the report',
    unknownWhen:
      'Its files travel apart from it: the report was imported, or describes files that are not here.',
    source: 'Stanford 2024, the actual file; NCMEC, referral: imagery',
    act: 'Fetch the files from the channel that the document came by, or ask the provider for those it holds',
    providerAdvice: 'Upload the file that the report is about',
    read: fileIncluded,
  },
  {
    name: 'file described',
    class: 'tip',
    question: 'Does the report describe a file, whether or not it came?',
    inputs: 'The files that the report describes',
    unknownWhen: 'Never: it is a count of what was received.',
    source: 'NCMEC, referral: imagery; practice on hash-only reports',
    act: 'Count the files',
    read: fileDescribed,
  },
  {
    name: 'conversation included',
    class: 'tip',
    question: 'Did text of a conversation come with the report?',
    inputs: 'The content of incident entries',
    unknownWhen: 'The report carries none: the provider may hold it.',
    source: 'Stanford 2024, the actual chat; 18 U.S.C. 2258A(b), complete communication',
    act: 'Ask the provider for the complete conversation it already holds',
    providerAdvice: 'Include the complete communication that you already hold with the report',
    read: conversationIncluded,
  },
  {
    name: 'exact time',
    class: 'tip',
    question: 'Is there a time to the second, with its zone, of an act of the reported person?',
    inputs:
      'Times of addresses, of uploads and of the incident; the words that say what the time of the incident is the time of',
    unknownWhen: 'No such time is stated, or the only one is when the provider found it.',
    source: 'Stanford 2024, precise time; practice on detection time against offence time',
    act: 'Ask the provider for the time of the upload or message',
    providerAdvice:
      'Give the time of the upload or message to the second, with its zone, and say what it is the time of',
    read: exactTime,
  },
  {
    name: 'network address included',
    class: 'tip',
    question: 'Did a network address of the reported person come with the report?',
    inputs: 'Addresses of reported persons, files and incident entries',
    unknownWhen: 'None is stated: the provider may hold one.',
    source: 'Stanford 2024, upload address',
    act: 'Ask the provider for the addresses of log-in and upload, with time and port',
    providerAdvice: 'Give the addresses of log-in and upload that you hold, with time and port',
    read: addressIncluded,
  },
  {
    name: 'source port',
    class: 'tip',
    question: 'Is a source port stated with an address?',
    inputs: 'Ports of the addresses of reported persons, files and incident entries; 0 is no port',
    unknownWhen: 'None is stated: the provider may hold it.',
    source: 'Carrier-grade NAT practice; Reporting API, ipCaptureEvent port',
    act: 'Ask the provider for the source port of the address and time',
    providerAdvice: 'Give the source port with each address where your logs hold it',
    read: sourcePort,
  },
  {
    name: 'address shared by many',
    class: 'tip',
    question: 'Is every address of the reported person shared by many subscribers?',
    inputs: 'Those addresses, and findings of the kind ip network about them',
    unknownWhen: 'No address is stated, or the kind of network is not known.',
    source: 'Carrier-grade NAT practice',
    act: 'Look up the network operator of the address and time',
    read: addressShared,
  },
]
