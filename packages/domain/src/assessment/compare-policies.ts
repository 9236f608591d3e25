import type { Assessment, Signal } from '@opentipline/contract'
import { signalNamed } from '../signals/registry.ts'
import type { Policy } from '../policy/schema.ts'
import { assess } from './assess.ts'

/** How one policy sees a report: its band's place among the policy's own, from 1 at the top, and what it cannot see. */
export type PolicyView = {
  policy: Assessment['policy']
  band: string
  /** 1 is the highest band; `bands` is how many there are. */
  height: number
  bands: number
  risk: Assessment['risk']
  actionability: Assessment['actionability']['score']
  lane: Assessment['lane']
  /** Published variables that a tip cannot give, or that nobody recorded: they are unknown, not zero. */
  unknownInputs: string[]
}

/** Shipped policies side by side. `disagreements` names each pair that differs on the lane or by half a scale or more. */
export type Comparison = { views: PolicyView[]; disagreements: string[] }

function unknownInputs(policy: Policy, signals: readonly Signal[]): string[] {
  const value = new Map(signals.map((signal) => [signal.name, signal.value]))
  return (policy.inputs ?? [])
    .filter(
      ({ signal }) =>
        signal === undefined || signalNamed(signal) === undefined || value.get(signal) === 'unknown',
    )
    .map(({ variable }) => variable)
}

function view(policy: Policy, signals: readonly Signal[]): PolicyView {
  const seen = assess({ policy, signals })
  return {
    policy: seen.policy,
    band: seen.risk.band,
    height: 1 + policy.bands.findIndex((band) => band.id === seen.risk.band),
    bands: policy.bands.length,
    risk: seen.risk,
    actionability: seen.actionability.score,
    lane: seen.lane,
    unknownInputs: unknownInputs(policy, signals),
  }
}

/** Height as a share of the scale: 0 is the top, 1 the bottom. */
const share = ({ height, bands }: PolicyView): number => (bands === 1 ? 0 : (height - 1) / (bands - 1))

function differ(a: PolicyView, b: PolicyView): string[] {
  const apart = Math.abs(share(a) - share(b)) >= 0.5
  if (!apart && a.lane === b.lane) return []
  const said = ({ policy, band, lane }: PolicyView): string => `${policy.name} says ${band} (${lane})`
  return [`${said(a)}, ${said(b)}`]
}

/** One report under several policies, and where they disagree. Pure. */
export function comparePolicies(policies: readonly Policy[], signals: readonly Signal[]): Comparison {
  const views = policies.map((policy) => view(policy, signals))
  const disagreements = views.flatMap((a, index) => views.slice(index + 1).flatMap((b) => differ(a, b)))
  return { views, disagreements }
}
