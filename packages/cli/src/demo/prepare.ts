import type { PlannedFiling } from './plan.ts'
import { signInAs } from './desk-person.ts'
import { sendSupplements } from './import-document.ts'
import type { Journal } from './journal.ts'
import { type Credential, sendPlan } from './send.ts'
import { type Settled, untilSettled } from './settle.ts'

export type PrepareWish = {
  address: string
  plan: readonly PlannedFiling[]
  credentialFor(name: string): Promise<Credential>
  journal: Journal
  progress(done: number): void
  signal?: AbortSignal
}

/** Who looks whether everything has been routed. */
const analyst = 'demo-analyst'
/** How long the last reports are waited for; after it they go on by themselves, and the answer says how many. */
const settleTimeoutMs = 120_000

export type Prepared = { sent: number; supplements: number; stopped: boolean } & Settled

/** The whole way of a caseload: every filing, then, once they are available, the later documents that amend some. */
export const prepareDemonstration = async (wish: PrepareWish): Promise<Prepared> => {
  const { sent } = await sendPlan(wish)
  const desk = await signInAs(wish.address, analyst)
  const stopped = (): boolean => wish.signal?.aborted === true
  if (!stopped()) await untilSettled(desk, settleTimeoutMs, wish.signal)
  const supplements = stopped() ? 0 : await sendSupplements(wish.address, wish.plan)
  const settled = await untilSettled(desk, settleTimeoutMs, wish.signal)
  return { sent, supplements, stopped: stopped(), ...settled }
}
