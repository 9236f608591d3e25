import type { OpenFileAnswer, ReportFile } from '@opentipline/contract'
import { type LawPack, mayOpenFile } from '@opentipline/domain'
import type { Transaction } from '../../db/transaction.ts'

/** What the gate is asked about one file: only what the provider stated. */
export type GateQuestion = Pick<ReportFile, 'viewState' | 'publiclyAvailable'>

/** Answers for the acting agency's forum on a day. Pure once made: the same question, the same answer. */
export type AskGate = (question: GateQuestion) => OpenFileAnswer

/**
 * The legal gate for the acting agency today. While the forum of the agency is not known no court can be asked and nothing
 * is settled: the gate then opens for what an officer holds and for nothing else.
 */
export const readGate = async (_tx: Transaction, now: Date): Promise<AskGate> => {
  const on = now.toISOString().slice(0, 10)
  const pack: LawPack = { asOf: on, entries: [], circuits: [] }
  return ({ viewState, publiclyAvailable }) =>
    mayOpenFile(pack, { forum: null, viewState, publiclyAvailable: stated(publiclyAvailable), on })
}

/** A flag that was not stated is not "no". */
export const stated = (flag: boolean | undefined): 'yes' | 'no' | 'not stated' =>
  flag === undefined ? 'not stated' : flag ? 'yes' : 'no'
