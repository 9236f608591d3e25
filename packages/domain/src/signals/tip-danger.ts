import type { Facts, Reading, SignalDefinition } from './facts.ts'
import { fileAnnotation, incidentTypeIs, reportAnnotation } from './annotations.ts'
import { crisisIn, onlyDisclaims } from './crisis-text.ts'
import { anyOf, inReport, isFalse, isTrue, isUnknown } from './reading.ts'
import { narratives, said } from './walk.ts'

/**
 * The provider asked for priority. Present text is a claim, not a proof. In the reporting XML the element is
 * the way to ask, so its absence there says that nobody asked; other formats may drop it.
 */
function providerEscalated({ report }: Facts): Reading {
  const evidence = [inReport('/incident/escalateToHighPriority')]
  const text = report.incident.escalateToHighPriority
  if (said(text)) return onlyDisclaims(text) ? isFalse(evidence) : isTrue(evidence)
  return report.origin.kind === 'reporting-xml' ? isFalse([inReport('/incident')]) : isUnknown()
}

/** A text of the report states that somebody is in a crisis or may harm themselves. Derived from words. */
function crisisStated({ report }: Facts): Reading {
  const mentions = narratives(report).map(({ item, ref }) => ({ ref, mention: crisisIn(item) }))
  const stated = mentions.filter(({ mention }) => mention === 'stated')
  if (stated.length > 0) return isTrue(stated.map(({ ref }) => inReport(ref)))
  return isUnknown(mentions.filter(({ mention }) => mention === 'mentioned').map(({ ref }) => inReport(ref)))
}

/** The incident type is contact abuse, or a file is labelled with physical harm. */
const contactAbuse = (facts: Facts): Reading =>
  anyOf([incidentTypeIs(facts, 'Child Sexual Molestation'), fileAnnotation(facts, 'physicalHarm')])

/** A file is labelled as live-streamed. */
const liveStreaming = (facts: Facts): Reading => fileAnnotation(facts, 'liveStreaming')

/** Enticement is the incident type, or imagery was solicited from a child. */
const enticement = (facts: Facts): Reading =>
  anyOf([
    incidentTypeIs(facts, 'Online Enticement of Children for Sexual Acts'),
    reportAnnotation(facts, 'csamSolicitation'),
  ])

/** Annotated as sextortion. */
const sextortion = (facts: Facts): Reading => reportAnnotation(facts, 'sextortion')

/** Annotated as sadistic online exploitation. */
const sadisticExploitation = (facts: Facts): Reading => reportAnnotation(facts, 'sadisticOnlineExploitation')

/** Trafficking or travel for abuse is the incident type. */
const traffickingOrTourism = (facts: Facts): Reading =>
  incidentTypeIs(facts, 'Child Sex Trafficking', 'Child Sex Tourism')

const flagUnknown = 'The flag is not set: the format cannot say "no".'

export const dangerSignals: readonly SignalDefinition[] = [
  {
    name: 'provider escalated',
    class: 'tip',
    question: 'Did the provider ask for priority?',
    inputs: 'incident.escalateToHighPriority; the format of the report',
    unknownWhen: 'The report did not come as reporting XML and carries no such text.',
    source:
      'Reporting API, escalateToHighPriority; ICAC Standards, prioritisation item 1; TRIST, immediate threat',
    act: 'Read the report as the clearinghouse holds it, or ask the clearinghouse whether the provider escalated it',
    providerAdvice:
      'If your staff already know of a danger to a child, say so and why in escalateToHighPriority',
    read: providerEscalated,
  },
  {
    name: 'crisis stated',
    class: 'tip',
    question: 'Does a text of the report state that somebody is in a crisis or may harm themselves?',
    inputs:
      'The free texts: incident.escalateToHighPriority, additionalInfo of the report, of its people, files and incident entries, and conversations',
    unknownWhen: 'No text states it. A negated or quoted mention is unknown too, and is pointed at.',
    source: 'NCMEC blog on the first half of 2025 (sextortion, crisis); Reporting API free texts',
    act: 'Read the texts of the report, and ask the provider for the complete conversation it already holds',
    providerAdvice: 'Include the complete communication that you already hold with the report',
    read: crisisStated,
  },
  {
    name: 'contact abuse indicated',
    class: 'tip',
    question: 'Is contact abuse indicated?',
    inputs: 'incident.type (Child Sexual Molestation); annotations of files (physicalHarm)',
    unknownWhen: 'Another incident type is named and no file is labelled so: one type denies no other.',
    source: 'KIRAT, current facilitators; Reporting API, incidentType and fileAnnotations',
    act: 'Read the conversation and run a records check on the reported person',
    read: contactAbuse,
  },
  {
    name: 'live streaming',
    class: 'tip',
    question: 'Is a file labelled as live-streamed?',
    inputs: 'Annotations of files (liveStreaming)',
    unknownWhen: flagUnknown,
    source: 'Reporting API, fileAnnotations liveStreaming; ICAC Standards, prioritisation item 4',
    act: 'Ask the provider whether the material was streamed, and when',
    providerAdvice: 'Set the annotation liveStreaming on files that you know to come from a stream',
    read: liveStreaming,
  },
  {
    name: 'enticement',
    class: 'tip',
    question: 'Is a child being solicited or enticed?',
    inputs:
      'incident.type (Online Enticement of Children for Sexual Acts); incident.annotations (csamSolicitation)',
    unknownWhen: 'Another incident type is named and the solicitation flag is not set.',
    source: '18 U.S.C. 2422(b); ICAC Standards, prioritisation item 3; KIRAT; TRIST, chat assessment',
    act: 'Read the conversation, or ask the provider for the one it already holds',
    providerAdvice:
      'Choose the incident type that fits best and include the conversation that you already hold',
    read: enticement,
  },
  {
    name: 'sextortion',
    class: 'tip',
    question: 'Is it annotated as sextortion?',
    inputs: 'incident.annotations (sextortion)',
    unknownWhen: flagUnknown,
    source: 'Reporting API, reportAnnotations sextortion',
    act: 'Read the conversation, or ask the provider',
    providerAdvice: 'Set the annotation sextortion where your staff have seen it',
    read: sextortion,
  },
  {
    name: 'sadistic exploitation',
    class: 'tip',
    question: 'Is it annotated as sadistic online exploitation?',
    inputs: 'incident.annotations (sadisticOnlineExploitation)',
    unknownWhen: flagUnknown,
    source:
      'Reporting API, reportAnnotations sadisticOnlineExploitation; ICAC Standards, prioritisation item 5',
    act: 'Read the conversation and check the group named in the report',
    providerAdvice: 'Set the annotation sadisticOnlineExploitation where your staff have seen it',
    read: sadisticExploitation,
  },
  {
    name: 'trafficking or tourism',
    class: 'tip',
    question: 'Is trafficking, or travel for abuse, the incident type?',
    inputs: 'incident.type (Child Sex Trafficking, Child Sex Tourism)',
    unknownWhen: 'Another incident type is named: one type denies no other.',
    source: '18 U.S.C. 1591; Reporting API, incidentType; ICAC Standards, prioritisation item 6',
    act: 'Read the report and check payment and travel records',
    read: traffickingOrTourism,
  },
]
