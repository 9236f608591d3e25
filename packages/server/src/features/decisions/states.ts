import { type DecisionKind, type TipState, tipStates } from '@opentipline/contract'

/** Where a tip stands once a decision is in effect. What is referred is offered until the other agency accepts. */
export const stateAfter: Record<DecisionKind, TipState> = {
  pursue: 'pursued',
  decline: 'declined',
  refer: 'offered',
  hold: 'held',
  request: 'requested',
}

/** A state as it was kept with a decision. */
export const stateOf = (text: string): TipState => {
  const state = tipStates.find((each) => each === text)
  if (!state) throw new Error(`"${text}" is no state of a tip`)
  return state
}
