import { signalRegistry } from '@opentipline/domain'

/** What an officer can record: intelligence, and the one fact of operations that only a check by the agency answers. */
export const recordable = signalRegistry.filter(
  (each) => each.class === 'intelligence' || each.name === 'another agency active',
)
