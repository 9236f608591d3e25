import type { QueueFacet } from '@opentipline/contract'
import type { Messages } from '../../messages/en.ts'
import { actionabilitySpan, readCells, riskSpan } from './plotCells.ts'

const lookUp = (words: Record<string, string>, value: string): string => words[value] ?? value

/** A value of a facet in words. Providers, bands, places and signals have names of their own. */
export const facetWords = (facet: QueueFacet | 'search', value: string, t: Messages): string => {
  switch (facet) {
    case 'lane':
      return lookUp(t.lanes, value)
    case 'label':
      return value === 'referral' ? t.queue.referral : t.queue.informational
    case 'state':
      return lookUp(t.states, value)
    case 'age':
      return lookUp(t.finding.ages, value)
    case 'clock':
      return lookUp(t.finding.clocks, value)
    case 'unread':
      return value === 'yes' ? t.queue.unread : t.finding.read
    case 'who':
      return lookUp(t.finding.who, value)
    case 'cells': {
      const cells = readCells(value)
      return cells
        ? t.finding.cellsChosen(riskSpan(cells.left, cells.right), actionabilitySpan(cells.low, cells.high))
        : value
    }
    case 'signal':
      return t.signalNames[value] ?? value
    case 'band':
    case 'provider':
    case 'region':
    case 'search':
      return value
  }
}
