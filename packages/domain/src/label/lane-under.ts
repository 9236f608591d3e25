import type { Assessment } from '@opentipline/contract'

/** The label tells work from informational; a report whose band puts it into another lane stays there. */
export const laneUnder = (label: Assessment['label'], lane: Assessment['lane']): Assessment['lane'] => {
  if (lane === 'now' || lane === 'enrich') return lane
  return label === 'informational' ? 'informational' : 'work'
}
