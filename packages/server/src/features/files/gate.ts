import type { GateView, ReportFile } from '@opentipline/contract'
import type { Transaction } from '../../db/transaction.ts'

/** What the gate is asked about one file: only what the provider stated, and for whom and when. */
export type GateQuestion = Pick<ReportFile, 'viewState' | 'publiclyAvailable'>

/** Answers for the acting agency's forum on a day. Pure once made: the same question, the same answer. */
export type AskGate = (question: GateQuestion) => GateView

/**
 * The legal gate for the acting agency today. Where no law is known nothing is settled: the gate then opens for what an
 * officer holds and for nothing else.
 */
export const readGate = async (_tx: Transaction, now: Date): Promise<AskGate> => {
  const asOf = now.toISOString().slice(0, 10)
  return () => ({
    answer: 'unsettled',
    asOf,
    sentences: ['Nothing is on record here of the law of your agency’s forum on opening files.'],
    because: [],
  })
}
