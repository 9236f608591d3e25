import { decisionKinds, type DecisionKind } from '@opentipline/contract'
import type { Bindings } from '../../ui/keys.ts'

/** The letter that chooses each kind while the tip's head or the pane has the focus. */
export const kindKeys = {
  pursue: 'p',
  decline: 'd',
  refer: 'r',
  hold: 'h',
  request: 'q',
} as const satisfies Record<DecisionKind, string>

const inPane = (selector: string): HTMLElement | null => document.querySelector(`#decide ${selector}`)

const choose = (kind: DecisionKind): void => {
  const choice = inPane(`[data-kind="${kind}"]`)
  choice?.click()
  choice?.focus()
}

/** Keys that choose in the pane. Choosing is not deciding: nothing is sent. */
export const decideKeys: Bindings = {
  ...Object.fromEntries(decisionKinds.map((kind) => [kindKeys[kind], () => choose(kind)])),
  n: () => inPane('textarea')?.focus(),
}
