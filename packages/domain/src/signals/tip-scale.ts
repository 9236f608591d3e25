import type { Facts, Reading, SignalDefinition } from './facts.ts'
import { fileAnnotation, reportAnnotation } from './annotations.ts'
import { anyOf, inFinding, inReport, isFalse, isTrue, isUnknown, trueIfAny } from './reading.ts'
import { filesOf, partiesOf, said } from './walk.ts'

/** From how many files a report counts as high in volume. A choice, not a published number. */
const manyFilesAtLeast = 25

/** How many files the report itself describes: a fact about the report, so never unknown. */
function manyFiles({ report }: Facts): Reading {
  const evidence = [inReport('/files')]
  return report.files.length >= manyFilesAtLeast ? isTrue(evidence) : isFalse(evidence)
}

/** Somebody received it: an intended recipient is named. Recipients are not suspects (invariant 15). */
const sentToOthers = ({ report }: Facts): Reading =>
  trueIfAny(partiesOf(report, 'recipient').map(({ ref }) => inReport(ref)))

/** The reported account is in a named group. */
const organisedGroup = ({ report }: Facts): Reading =>
  trueIfAny(
    partiesOf(report, 'reported')
      .filter(({ item }) => said(item.groupIdentifier))
      .map(({ ref }) => inReport(`${ref}/groupIdentifier`)),
  )

/** Another report strongly shares an identifier: joined by the link stage. */
function linkedReports({ links }: Facts): Reading {
  if (links === undefined) return isUnknown()
  const strong = links.filter((link) => link.strength === 'strong')
  if (strong.length > 0) return isTrue(strong.map((link) => ({ from: 'link', ref: link.reportId })))
  return isFalse([])
}

/** A hash of a file is on a list that the operator loaded. "Not checked" and "failed" are not "no match". */
function knownHash({ findings }: Facts): Reading {
  const checks = (findings ?? []).filter((finding) => finding.kind === 'hash list')
  const hits = checks.filter((finding) => finding.answer === 'hit')
  if (hits.length > 0) return isTrue(hits.map((finding) => inFinding(finding.key)))
  // A list that could not be read wholly says so at each miss: it may hold the digest all the same.
  const missed =
    checks.length > 0 && checks.every(({ answer, caveat }) => answer === 'miss' && caveat === undefined)
  return missed ? isFalse(checks.map((finding) => inFinding(finding.key))) : isUnknown()
}

/** Every file is labelled as generated or drawn. An unlabelled file beside it keeps this unknown. */
function onlyAltered({ report }: Facts): Reading {
  const files = filesOf(report)
  const altered = files.filter(({ item }) =>
    item.annotations.some((name) => name === 'generativeAi' || name === 'animeDrawingVirtualHentai'),
  )
  const evidence = altered.map(({ ref }) => inReport(`${ref}/annotations`))
  return files.length > 0 && altered.length === files.length ? isTrue(evidence) : isUnknown(evidence)
}

/** A file is labelled as made by generative AI. */
const generativeAi = (facts: Facts): Reading => fileAnnotation(facts, 'generativeAi')

/** A file is labelled as drawn or virtual. */
const drawing = (facts: Facts): Reading => fileAnnotation(facts, 'animeDrawingVirtualHentai')

function everyFileViral({ report }: Facts): Reading {
  const files = filesOf(report)
  const marked = files.filter(
    ({ item }) =>
      item.potentialMeme === true ||
      item.annotations.some((name) => name === 'viral' || name === 'potentialMeme'),
  )
  if (files.length > 0 && marked.length === files.length)
    return isTrue(marked.map(({ ref }) => inReport(ref)))
  const denied = files.filter(({ item }) => item.potentialMeme === false)
  if (denied.length > 0) return isFalse(denied.map(({ ref }) => inReport(`${ref}/potentialMeme`)))
  return isUnknown(marked.map(({ ref }) => inReport(ref)))
}

/** The report is a viral batch, or every one of its files is marked viral or a meme. */
const viralItem = (facts: Facts): Reading =>
  said(facts.report.batchedReason) ? isTrue([inReport('/batchedReason')]) : everyFileViral(facts)

/** The provider itself marks the report as informational or as spam. */
const markedInformational = (facts: Facts): Reading =>
  anyOf([reportAnnotation(facts, 'informational'), reportAnnotation(facts, 'spam')])

export const scaleSignals: readonly SignalDefinition[] = [
  {
    name: 'many files',
    class: 'tip',
    question: `Does the report describe ${manyFilesAtLeast} files or more?`,
    inputs: 'The number of files that the report describes',
    unknownWhen: 'Never: it is a count of what was received.',
    source: 'ICAC Standards, prioritisation items 5 and 6; AviaTor',
    act: 'Count the files',
    read: manyFiles,
  },
  {
    name: 'sent to others',
    class: 'tip',
    question: 'Is somebody named who was meant to receive it?',
    inputs: 'People of the role recipient',
    unknownWhen: 'No intended recipient is named.',
    source: 'Reporting API, intendedRecipient; ICAC Standards, prioritisation items 4 to 6',
    act: 'Ask the provider for the recipients it already knows',
    providerAdvice: 'Name the intended recipients that your records of the incident hold',
    read: sentToOthers,
  },
  {
    name: 'organised group',
    class: 'tip',
    question: 'Is the reported account in a named group?',
    inputs: 'groupIdentifier of reported persons',
    unknownWhen: 'No group is named.',
    source: 'Reporting API, groupIdentifier; ICAC Standards, prioritisation item 6',
    act: 'Ask the provider for the group, and search linked reports for it',
    providerAdvice: 'Give groupIdentifier where the incident happened in a group',
    read: organisedGroup,
  },
  {
    name: 'linked to other reports',
    class: 'tip',
    question: 'Does another report strongly share an identifier?',
    inputs:
      'Strong links that the link stage found, but for those that the agency rejected, and weak ones that it confirmed',
    unknownWhen: 'The link stage has not run.',
    source: 'AviaTor (previously reported); ICAC Standards, prioritisation item 5 (repeat offenders)',
    act: 'Let the link stage run',
    read: linkedReports,
  },
  {
    name: 'known hash',
    class: 'tip',
    question: 'Is a file on a list of known hashes?',
    inputs: 'Findings of the kind hash list',
    unknownWhen: 'No list was checked, a check failed, or a list could not be read wholly.',
    source: 'AviaTor; 18 U.S.C. 2258C (elements)',
    act: 'Load a hash list and check the hashes that came with the report',
    providerAdvice: 'Give the original hashes that you already hold for each file',
    read: knownHash,
  },
  {
    name: 'only digitally altered',
    class: 'tip',
    question: 'Is every file labelled as generated or drawn?',
    inputs: 'Annotations of every file (generativeAi, animeDrawingVirtualHentai)',
    unknownWhen: 'A file has no such label, or there is no file.',
    source: 'ICAC Standards, prioritisation item 7 (recalled); Reporting API, fileAnnotations',
    act: 'Ask the provider or the clearinghouse for labels',
    read: onlyAltered,
  },
  {
    name: 'generative AI labelled',
    class: 'tip',
    question: 'Is a file labelled as made by generative AI?',
    inputs: 'Annotations of files (generativeAi)',
    unknownWhen: 'The label is not set: the format cannot say "no".',
    source: 'Reporting API, fileAnnotations generativeAi',
    act: 'Ask the provider or the clearinghouse for labels',
    providerAdvice: 'Set generativeAi where your staff have found it to be so',
    read: generativeAi,
  },
  {
    name: 'drawing labelled',
    class: 'tip',
    question: 'Is a file labelled as drawn or virtual?',
    inputs: 'Annotations of files (animeDrawingVirtualHentai)',
    unknownWhen: 'The label is not set: the format cannot say "no".',
    source: 'Reporting API, fileAnnotations animeDrawingVirtualHentai',
    act: 'Ask the provider or the clearinghouse for labels',
    read: drawing,
  },
  {
    name: 'viral item',
    class: 'tip',
    question: 'Is it a viral item or a meme, as a whole?',
    inputs: 'batchedReason of the report; potentialMeme and annotations of files (viral, potentialMeme)',
    unknownWhen: 'Not every file is marked, and none is stated not to be.',
    source: 'NCMEC, informational reports; Reporting API, batchedReport and potentialMeme',
    act: 'Check the hashes for how many reports carry the same item',
    providerAdvice: 'Mark viral items and memes as such, and file them as a batch',
    read: viralItem,
  },
  {
    name: 'marked informational',
    class: 'tip',
    question: 'Does the provider itself mark it as informational or spam?',
    inputs: 'incident.annotations (informational, spam)',
    unknownWhen: 'The flags are not set: the format cannot say "no".',
    source: 'Reporting API, reportAnnotations informational and spam',
    act: 'Ask the provider whether it means the report for information only',
    read: markedInformational,
  },
]
