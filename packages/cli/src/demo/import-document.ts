import type { DeskClient } from '@opentipline/client'
import type { ImportResult } from '@opentipline/contract'
import { signInAs } from './desk-person.ts'
import { memo } from './memo.ts'
import type { PlannedFiling } from './plan.ts'

/** Imports a document as the signed-in person. The same bytes twice are one report. */
export const importDocument = (
  desk: DeskClient,
  document: { name: string; text: string },
): Promise<ImportResult> => desk.call('importReport', { query: { name: document.name }, body: document.text })

/** Sends the later documents of a plan's imports. To be called once the first ones have been made available. */
export const sendSupplements = async (address: string, plan: readonly PlannedFiling[]): Promise<number> => {
  const desk = memo((person: string) => signInAs(address, person))
  let sent = 0
  for (const planned of plan) {
    if (planned.kind !== 'import') continue
    for (const supplement of planned.supplements) {
      await importDocument(await desk(planned.person), supplement)
      sent += 1
    }
  }
  return sent
}
