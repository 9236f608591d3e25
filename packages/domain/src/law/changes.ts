import {
  type Forum,
  type GateAnswer,
  type PublicState,
  publicStates,
  type ViewState,
  viewStates,
} from '@opentipline/contract'
import { mayOpenFile } from './open-file.ts'
import { firstDay, type LawPack } from './pack.ts'

export type GateDifference = {
  viewState: ViewState
  publiclyAvailable: PublicState
  before: GateAnswer
  after: GateAnswer
}

/** Every kind of file whose answer one pack gives otherwise than another, in a forum on a day. */
export const gateChanges = (
  before: LawPack,
  after: LawPack,
  forum: Forum | null,
  on: string,
): GateDifference[] =>
  viewStates.flatMap((viewState) =>
    publicStates.flatMap((publiclyAvailable) => {
      const question = { forum, viewState, publiclyAvailable, on }
      const was = mayOpenFile(before, question).answer
      const is = mayOpenFile(after, question).answer
      return was === is ? [] : [{ viewState, publiclyAvailable, before: was, after: is }]
    }),
  )

/** What one entry of the pack makes different, from its first day on or on a later day. */
export const changesBy = (
  pack: LawPack,
  entryId: string,
  forum: Forum | null,
  on: string,
): GateDifference[] => {
  const entry = pack.entries.find(({ id }) => id === entryId)
  if (!entry) return []
  const without = { ...pack, entries: pack.entries.filter(({ id }) => id !== entryId) }
  const from = firstDay(entry)
  return gateChanges(without, pack, forum, from > on ? from : on)
}
