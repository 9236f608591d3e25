import { ipNetworkValue, hidesPlace } from '../findings/values.ts'
import type { Facts, Reading, SignalDefinition } from './facts.ts'
import { anyOf, fromFlags, inFinding, trueIfAny } from './reading.ts'
import { partiesOf, subjectCaptures } from './walk.ts'

/** The provider says that the reported account was taken over by somebody. False only where each is denied. */
const compromisedAccount = ({ report }: Facts): Reading =>
  fromFlags(
    partiesOf(report, 'reported').map(({ item, ref }) => ({
      value: item.compromisedAccount,
      ref: `${ref}/compromisedAccount`,
    })),
  )

/** The reported person is a user of another platform, so that the provider's records do not show who it is. */
const thirdPartyUser = ({ report }: Facts): Reading =>
  fromFlags(
    partiesOf(report, 'reported').map(({ item, ref }) => ({
      value: item.thirdPartyUserReported,
      ref: `${ref}/thirdPartyUserReported`,
    })),
  )

/** The provider says that an address may be a proxy, or its network is of a kind that hides its user. */
function hiddenAddress({ report, findings }: Facts): Reading {
  const captures = subjectCaptures(report)
  const refs = new Set(captures.map(({ ref }) => ref))
  const stated = fromFlags(
    captures.map(({ item, ref }) => ({ value: item.possibleProxy, ref: `${ref}/possibleProxy` })),
  )
  const hiding = (findings ?? []).filter((finding) => {
    const value = refs.has(finding.about) ? ipNetworkValue(finding) : undefined
    return value !== undefined && hidesPlace(value.kind)
  })
  const derived = trueIfAny(hiding.map((finding) => inFinding(finding.key)))
  return derived.value === 'true' ? anyOf([stated, derived]) : stated
}

export const reliabilitySignals: readonly SignalDefinition[] = [
  {
    name: 'compromised account',
    class: 'tip',
    question: 'Was the reported account taken over by somebody else?',
    inputs: 'compromisedAccount of reported persons',
    unknownWhen: 'The provider does not state it for every reported account.',
    source: 'Reporting API, compromisedAccount',
    act: 'Ask the provider for signs of a takeover, and compare log-ins over time',
    providerAdvice: 'State compromisedAccount for the reported account',
    read: compromisedAccount,
  },
  {
    name: 'user of another platform',
    class: 'tip',
    question: 'Is the reported person a user of another platform?',
    inputs: 'thirdPartyUserReported of reported persons',
    unknownWhen: 'The provider does not state it for every reported person.',
    source: 'Reporting API, thirdPartyUserReported',
    act: 'Ask the provider on which platform the account is',
    providerAdvice: 'State thirdPartyUserReported, and name the other platform',
    read: thirdPartyUser,
  },
  {
    name: 'address hidden',
    class: 'tip',
    question: 'May the address be a proxy, VPN, relay or machine for hire?',
    inputs:
      'possibleProxy of the addresses of the reported person, files and incident; findings of the kind ip network',
    unknownWhen: 'The provider does not state it and the network table does not tell.',
    source: 'Reporting API, possibleProxy',
    act: 'Look up the network of the address, and ask for other log-ins of the account',
    providerAdvice:
      'State possibleProxy for each address, and give earlier log-ins of the account that you hold',
    read: hiddenAddress,
  },
]
