import type { Facts, Reading, SignalDefinition } from './facts.ts'
import { fromFlags, inReport, isFalse, isTrue, isUnknown } from './reading.ts'
import { filesOf } from './walk.ts'

/**
 * A person at the provider viewed every file for this report. Historical viewing of a file with the same hash is not
 * the same, and "not stated" is not "no": the four states of a file stay apart (domain: legal gate).
 */
function everyFileViewed({ report }: Facts): Reading {
  const files = filesOf(report)
  const evidence = files.map(({ ref }) => inReport(`${ref}/viewState`))
  if (files.length === 0) return isUnknown()
  if (files.every(({ item }) => item.viewState === 'viewed for this report')) return isTrue(evidence)
  const not = files.filter(
    ({ item }) => item.viewState === 'not viewed' || item.viewState.startsWith('viewed hist'),
  )
  return not.length > 0 ? isFalse(not.map(({ ref }) => inReport(`${ref}/viewState`))) : isUnknown(evidence)
}

/** A file was open to the public. False only where each file is stated not to be. */
const publiclyAvailable = ({ report }: Facts): Reading =>
  fromFlags(
    filesOf(report).map(({ item, ref }) => ({
      value: item.publiclyAvailable,
      ref: `${ref}/publiclyAvailable`,
    })),
  )

export const lawSignals: readonly SignalDefinition[] = [
  {
    name: 'every file viewed',
    class: 'law',
    question: 'Did a person at the provider view every file for this report?',
    inputs: 'viewState of every file',
    unknownWhen: 'There is no file, or the provider did not state it for one and denied it for none.',
    source: 'U.S. v. Wilson, 13 F.4th 961; U.S. v. Maher, 120 F.4th 297; Reporting API, fileViewedByEsp',
    act: 'Ask the provider whether a person viewed each file before the report',
    providerAdvice: 'State fileViewedByEsp for each file',
    read: everyFileViewed,
  },
  {
    name: 'publicly available',
    class: 'law',
    question: 'Was a file open to the public?',
    inputs: 'publiclyAvailable of every file',
    unknownWhen: 'The provider did not state it for every file.',
    source:
      'Reporting API, publiclyAvailable; U.S. v. Wilson, 13 F.4th 961, and the cases that follow or differ',
    act: 'Ask the provider whether the whole file was publicly available',
    providerAdvice: 'State publiclyAvailable for each file',
    read: publiclyAvailable,
  },
]
