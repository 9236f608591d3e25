/** A day of work in the demonstration, done by its people through the desk's own operations, so that no page is bare. */
import { setTimeout as sleep } from 'node:timers/promises'
import type { DeskClient } from '@opentipline/client'
import type { DecisionRequest, QueueRow } from '@opentipline/contract'
import { signInAs } from '../../packages/cli/src/demo/desk-person.ts'

/** What the day made that a page's address needs. */
export type World = {
  topTipId: string
  caseTipId: string
  fileTipId: string
  caseId: string
  bundleId: string
  reportBundleId: string
  policyPath: string
  itemId: string
}

/** The provider of the demonstration whose files are pictures. */
const photos = 'Example Photos'
const dayMs = 86_400_000
/** A decision takes effect after ten seconds, and what is counted or drawn needs it in effect. */
const undoWindowMs = 11_000

/** The first of something that the demonstration always has. */
const firstOf = <T>(all: readonly T[], what: string): T => {
  const [first] = all
  if (first === undefined) throw new Error(`The demonstration has no ${what}.`)
  return first
}

const rowsOf = async (desk: DeskClient, lane: 'now' | 'work' | 'informational'): Promise<QueueRow[]> =>
  (await desk.call('listTips', { query: { lane, limit: 60 } })).rows

const decideAll = async (
  desk: DeskClient,
  rows: readonly QueueRow[],
  body: Omit<DecisionRequest, 'note'>,
): Promise<void> => {
  for (const { tipId } of rows)
    await desk.call('decide', { params: { tipId }, body: { note: 'Synthetic note 17', ...body } })
}

/** A case of two tips with a task, legal process and what came of one. */
const workCase = async (robin: DeskClient, rows: readonly QueueRow[]): Promise<string> => {
  const tipIds = rows.map(({ tipId }) => tipId)
  const opened = await robin.call('openCase', { body: { title: 'Synthetic case 17', tipIds } })
  const params = { caseId: opened.row.caseId }
  await robin.call('addTask', { params, body: { says: 'Synthetic task 17: ask who had the address' } })
  await robin.call('addTask', { params, body: { says: 'Synthetic task 18' } })
  for (const [kind, addressedTo] of [
    ['preservation letter', 'Sample Photos'],
    ['subpoena', 'Example Carrier'],
  ] as const)
    await robin.call('addProcess', { params, body: { kind, addressedTo, reference: '2026-S-17' } })
  const { process } = await robin.call('readCase', { params })
  const today = new Date().toISOString().slice(0, 10)
  await robin.call('stepProcess', {
    params: { ...params, processId: firstOf(process, 'legal process').processId },
    body: { step: 'sent', on: today },
  })
  await robin.call('giveOutcome', {
    params: { tipId: firstOf(tipIds, 'tip') },
    body: {
      results: ['under-investigation'],
      usefulness: 'useful',
      missing: ['source port'],
      audience: 'clearinghouse',
      words: '',
    },
  })
  return opened.row.caseId
}

const makeLetter = async (robin: DeskClient, tipId: string): Promise<void> => {
  const made = await robin.call('makeTipDocument', {
    params: { tipId },
    body: { kind: 'preservation letter', entered: { recipient: 'Sample Photos' } },
  })
  await robin.call('recordDocumentSent', {
    params: { tipId, madeId: made.madeId },
    body: { to: 'Sample Photos', how: 'Synthetic portal', at: new Date().toISOString() },
  })
}

/** A tip with a picture that is here, of one colour, which an authority then lets one open. */
const authorise = async (robin: DeskClient, rows: readonly QueueRow[]): Promise<string> => {
  for (const { tipId } of rows.filter(({ provider, fileCount }) => provider === photos && fileCount > 0)) {
    const { files } = await robin.call('listFiles', { params: { tipId } })
    const here = files.find(({ held }) => held === 'here')
    if (!here) continue
    await robin.call('recordFileAuthority', {
      params: { tipId, fileId: here.fileId },
      body: {
        kind: 'warrant',
        court: 'Synthetic Circuit Court',
        number: '2026-SW-17',
        dated: new Date(Date.now() - 3 * dayMs).toISOString().slice(0, 10),
        note: 'Synthetic note 17',
      },
    })
    return tipId
  }
  throw new Error('The demonstration has no tip with a file that is here.')
}

/** Drawn by the agency's rules, which its administrator sets first; the officer then has one to read. */
const drawSample = async (address: string, robin: DeskClient, avery: DeskClient): Promise<string> => {
  const skyler = await signInAs(address, 'demo-administrator-wi')
  for (const [rule, value] of [
    ['sampling-percent', 50],
    ['sampling-from', ['declined', 'informational']],
    ['sampling-days', 0],
    ['sampling-top-bands', 0],
  ] as const)
    await skyler.call('setAgencyRule', {
      params: { rule },
      body: { value: typeof value === 'number' ? value : [...value], because: 'Synthetic reason 17' },
    })
  await skyler.call('endSession', {})
  await avery.call('drawSample', {})
  const { toRead } = await robin.call('readSampling', {})
  return firstOf(toRead, 'drawn tip to read').itemId
}

/** The item behind the most reports, for the clearinghouse. */
const readReportBundle = async (address: string): Promise<string> => {
  const morgan = await signInAs(address, 'demo-analyst')
  const { bundles } = await morgan.call('listReportBundles', {})
  await morgan.call('endSession', {})
  return firstOf(bundles, 'item behind several reports').bundleId
}

/** Works the day at the demonstration at `address`; once: what it decides is decided. */
export const workTheDay = async (address: string, say: (what: string) => void): Promise<World> => {
  const robin = await signInAs(address, 'demo-officer-wi')
  const avery = await signInAs(address, 'demo-supervisor-wi')
  const now = await rowsOf(robin, 'now')
  const work = await rowsOf(robin, 'work')
  const low = await rowsOf(robin, 'informational')
  const { bundles } = await robin.call('listBundles', {})
  const { bundleId } = firstOf(bundles, 'bundle')
  const { members } = await robin.call('readBundle', { params: { bundleId } })
  const bundled = members.map(({ tipId }) => tipId)
  say('deciding')
  await decideAll(avery, low.filter(({ tipId }) => !bundled.includes(tipId)).slice(0, 8), {
    kind: 'decline',
    reasons: ['not-enough-information'],
  })
  await decideAll(avery, work.slice(40, 44), { kind: 'decline', reasons: ['no-crime-apparent'] })
  await decideAll(avery, work.slice(30, 32), {
    kind: 'refer',
    reasons: ['subject-in-their-area'],
    referTo: 'wa-washington',
    tellThem: 'Synthetic words 17',
  })
  await decideAll(robin, work.slice(20, 22), {
    kind: 'hold',
    reasons: ['await-legal-process'],
    holdUntil: new Date(Date.now() + 9 * dayMs).toISOString(),
  })
  const together = work.slice(10, 12)
  await decideAll(robin, together, { kind: 'pursue', reasons: ['evidence-sufficient'] })
  await decideAll(avery, now.slice(2, 3), { kind: 'pursue', reasons: ['child-at-risk'] })
  const caseTipId = firstOf(together, 'tip to work').tipId
  // The supervisor worked on it too, and so hears what came of it.
  await avery.call('readTip', { params: { tipId: caseTipId } })
  const caseId = await workCase(robin, together)
  await makeLetter(robin, caseTipId)
  const fileTipId = await authorise(robin, work)
  say('copying a policy')
  const { inForce } = await robin.call('listPolicies', {})
  const copy = await avery.call('copyPolicy', {
    params: { policyId: inForce.id, version: String(inForce.version) },
  })
  await sleep(undoWindowMs)
  say('drawing a sample')
  const itemId = await drawSample(address, robin, avery)
  await avery.call('endSession', {})
  await robin.call('endSession', {})
  return {
    topTipId: firstOf(now, 'tip to read now').tipId,
    caseTipId,
    fileTipId,
    caseId,
    bundleId,
    reportBundleId: await readReportBundle(address),
    policyPath: `${copy.policyId}/${copy.version}`,
    itemId,
  }
}
