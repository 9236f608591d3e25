import type { OpenFileAnswer, ReportFile } from '@opentipline/contract'
import { mayOpenFile } from '@opentipline/domain'
import type { Transaction } from '../../db/transaction.ts'
import type { LawBook } from '../law/index.ts'

/** What the gate is asked about one file: only what the provider stated. */
export type GateQuestion = Pick<ReportFile, 'viewState' | 'publiclyAvailable'>

/** Answers for the acting agency's forum on a day. Pure once made: the same question, the same answer. */
export type AskGate = (question: GateQuestion) => OpenFileAnswer

/**
 * The legal gate for the acting agency today, from the shipped pack, the agency's own layer and its forum. Where the forum
 * is not known no court can be asked and nothing is settled.
 */
export const readGate = async (
  tx: Transaction,
  law: LawBook,
  agencyId: string,
  now: Date,
): Promise<AskGate> => {
  const on = now.toISOString().slice(0, 10)
  const { pack, forum } = await law.forAgency(tx, agencyId)
  return ({ viewState, publiclyAvailable }) =>
    mayOpenFile(pack, { forum, viewState, publiclyAvailable: stated(publiclyAvailable), on })
}

/** A flag that was not stated is not "no". */
export const stated = (flag: boolean | undefined): 'yes' | 'no' | 'not stated' =>
  flag === undefined ? 'not stated' : flag ? 'yes' : 'no'
