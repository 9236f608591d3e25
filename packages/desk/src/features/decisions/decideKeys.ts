import { decisionKinds, type DecisionKind } from '@opentipline/contract'
import { usualKeys } from '@opentipline/domain'
import type { Bindings } from '../../ui/keys.ts'

const inPane = (selector: string): HTMLElement | null => document.querySelector(`#decide ${selector}`)

const choose = (kind: DecisionKind): void => {
  const choice = inPane(`[data-kind="${kind}"]`)
  choice?.click()
  choice?.focus()
}

/** Keys that choose in the pane. Choosing is not deciding: nothing is sent. */
export const decideKeys: Bindings = {
  ...Object.fromEntries(decisionKinds.map((kind) => [usualKeys[kind], () => choose(kind)])),
  n: () => inPane('textarea')?.focus(),
}
