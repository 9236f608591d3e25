/** Referral between agencies: offered, accepted, returned, withdrawn, and one owner at every moment. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { afterReferral, ownerOf, type ReferralChain, referralRefusal } from '@opentipline/domain'
import type { ReferralLine, ReferralView } from '@opentipline/contract'
import fc from 'fast-check'
import { people, type SignedIn, signedIn } from '../faults/support/person.ts'
import { prepareRefusal, whileRefused } from '../faults/support/refuse-entries.ts'
import { startTestServer } from '../support/server.ts'
import { decide, decline, ok, passUndoWindow, readTip, refer, rowOf, tipMaker } from './support.ts'

const server = await startTestServer()
await prepareRefusal(server.database)
const newTip = await tipMaker(server)
const robin = await signedIn(server, people.wisconsin.id)
const casey = await signedIn(server, people.washington.id)
const jordan = await signedIn(server, 'demo-officer-sd')
const wi = people.wisconsin.agency
const wa = people.washington.agency
const sd = 'ca-san-diego'

const tipAt = async (reportId: string, agencyId: string): Promise<string> => {
  const [row] = await server.database.query<{ tip_id: string }>(
    'select tip_id from tip where report_id = $1 and agency_id = $2',
    [reportId, agencyId],
  )
  return row?.tip_id ?? ''
}
const act = (who: SignedIn, tipId: string, what: 'accept' | 'return' | 'withdraw') =>
  who.post(
    `/api/tips/${tipId}/referral/${what}`,
    what === 'return' ? { reason: 'not-our-kind', note: 'Synthetic' } : { because: 'Synthetic reason' },
  )
const chainOf = async (who: SignedIn, tipId: string): Promise<ReferralView> => {
  const { referral } = await readTip(who, tipId)
  if (!referral) throw new Error('there is no chain')
  return referral
}
const offered = async () => {
  const { tipId, reportId } = await newTip()
  await decide(robin, tipId, refer(wa))
  await passUndoWindow(server, tipId)
  return { tipId, reportId, theirs: await tipAt(reportId, wa) }
}

test('an offer shows after the undo window; until it is accepted the agency that offers is the owner', async () => {
  const { tipId, reportId } = await newTip()
  await decide(robin, tipId, refer(wa))
  const theirs = await tipAt(reportId, wa)
  assert.equal((await casey.get(`/api/tips/${theirs}`)).status, 404, 'within the undo window')
  assert.equal((await act(casey, theirs, 'accept')).status, 404)
  await passUndoWindow(server, tipId)
  const [mine, other] = [await chainOf(robin, tipId), await chainOf(casey, theirs)]
  assert.deepEqual([mine.ours, mine.may], [true, ['withdraw']])
  assert.deepEqual([other.ours, other.may], [false, ['accept', 'return']])
  assert.deepEqual(other.next, { accept: 'Washington ICAC Task Force', return: 'Wisconsin ICAC Task Force' })
  assert.deepEqual(other.steps, mine.steps, 'both see the same chain')
  assert.equal(other.steps[0]?.message, 'Synthetic message')
  assert.ok(!(await casey.get(`/api/tips/${theirs}`)).text.includes('Synthetic own note'))
  assert.equal((await rowOf(robin, tipId))?.lane, 'held', 'it is not lost from the queue of who owns it')
  assert.equal((await rowOf(casey, theirs))?.offeredBy, 'Wisconsin ICAC Task Force')
  const told = await casey.post(`/api/tips/${theirs}/decisions`, decline)
  assert.equal(told.status, 409)
  assert.match(told.text, /Accept it first/)
})

test('accepted, it is theirs to decide and no longer ours; returned with a reason, it is ours again', async () => {
  const { tipId, theirs } = await offered()
  await ok(act(casey, theirs, 'accept'))
  assert.equal((await chainOf(robin, tipId)).owner.agencyId, wa)
  assert.equal((await robin.post(`/api/tips/${tipId}/decisions`, decline)).status, 409)
  assert.equal((await robin.post(`/api/tips/${tipId}/reopen`, { note: '' })).status, 409)
  assert.equal((await act(robin, tipId, 'withdraw')).status, 409)
  assert.equal((await act(casey, theirs, 'accept')).status, 409, 'twice')
  await decide(casey, theirs, decline)
  await ok(act(casey, theirs, 'return'))
  const back = await chainOf(robin, tipId)
  assert.equal(back.owner.agencyId, wi)
  assert.match(back.steps[0]?.endedBecause ?? '', /not of a kind that we handle.*Synthetic/)
  assert.equal((await rowOf(robin, tipId))?.state, 'open')
  assert.equal((await rowOf(casey, theirs))?.state, 'returned')
  assert.equal((await casey.post(`/api/tips/${theirs}/decisions`, decline)).status, 409)
  await decide(robin, tipId, decline)
})

test('an offer is returned without accepting, and withdrawn before it is accepted', async () => {
  const first = await offered()
  await ok(act(casey, first.theirs, 'return'))
  assert.equal((await rowOf(robin, first.tipId))?.state, 'open')
  const second = await offered()
  await ok(act(robin, second.tipId, 'withdraw'))
  assert.equal((await casey.get(`/api/tips/${second.theirs}`)).status, 404)
  assert.equal((await act(casey, second.theirs, 'accept')).status, 404)
  assert.equal((await rowOf(robin, second.tipId))?.state, 'open')
  await decide(robin, second.tipId, refer(wa))
  await passUndoWindow(server, second.tipId)
  await ok(act(casey, second.theirs, 'accept'))
})

test('undone within its window, an offer was never seen', async () => {
  const { tipId, reportId } = await newTip()
  const { decisionId } = await decide(robin, tipId, refer(wa))
  await ok(robin.post(`/api/decisions/${decisionId}/undo`))
  assert.equal((await casey.get(`/api/tips/${await tipAt(reportId, wa)}`)).status, 404)
  assert.equal((await rowOf(robin, tipId))?.state, 'open')
})

test('it goes on to a third agency and all three see one chain; it comes back step by step', async () => {
  const { tipId, reportId, theirs } = await offered()
  await ok(act(casey, theirs, 'accept'))
  const told = await casey.post(`/api/tips/${theirs}/decisions`, refer(wi))
  assert.equal(told.status, 409, 'it came from them: it is returned, not offered')
  await decide(casey, theirs, refer(sd))
  await passUndoWindow(server, theirs)
  assert.equal((await act(casey, theirs, 'return')).status, 409, 'while it is offered on')
  const third = await tipAt(reportId, sd)
  await ok(act(jordan, third, 'accept'))
  const chains = [await chainOf(robin, tipId), await chainOf(casey, theirs), await chainOf(jordan, third)]
  for (const chain of chains) assert.equal(chain.owner.agencyId, sd)
  assert.deepEqual(chains[0]?.steps, chains[2]?.steps)
  await ok(act(jordan, third, 'return'))
  assert.equal((await chainOf(robin, tipId)).owner.agencyId, wa)
  await ok(act(casey, theirs, 'return'))
  assert.equal((await chainOf(jordan, third)).owner.agencyId, wi)
})

test('an agency that has the report already, as a tip of its own, is not offered it', async () => {
  const { tipId, reportId } = await newTip()
  await server.database.query(
    `insert into tip (report_id, agency_id, via, route, revision, policy_id, policy_version, label, lane, band, band_rank,
       risk_low, risk_high, act_low, act_high, summary)
     select report_id, $2, 'routing', route, revision, policy_id, policy_version, label, lane, band, band_rank, risk_low,
       risk_high, act_low, act_high, summary from tip where tip_id = $1`,
    [tipId, wa],
  )
  const told = await robin.post(`/api/tips/${tipId}/decisions`, refer(wa))
  assert.equal(told.status, 409)
  assert.match(told.text, /have this report already/)
  assert.equal((await rowOf(robin, tipId))?.state, 'open', 'nothing was decided')
  assert.equal((await readTip(casey, await tipAt(reportId, wa))).referral ?? null, null)
})

const lines = async (who: SignedIn) =>
  (await ok<{ referrals: ReferralLine[] }>(who.get('/api/referrals'))).referrals

test('the list of referrals tells each side its own, what waits on top', async () => {
  const { tipId, theirs } = await offered()
  const [out, into] = [(await lines(robin))[0], (await lines(casey))[0]]
  assert.deepEqual([out?.tipId, out?.incoming, out?.state], [tipId, false, 'offered'])
  assert.deepEqual([into?.tipId, into?.incoming, into?.state], [theirs, true, 'offered'])
  assert.equal(
    (await lines(jordan)).some((line) => line.tipId === theirs),
    false,
  )
})

test('each act is done with its entry in the ledger, and not without', async () => {
  const owner = async (tipId: string) => (await chainOf(robin, tipId)).owner.agencyId
  const one = await offered()
  assert.equal(
    (await whileRefused(server.database, 'tip.referral-accepted', () => act(casey, one.theirs, 'accept')))
      .status,
    500,
  )
  assert.equal(await owner(one.tipId), wi)
  await ok(act(casey, one.theirs, 'accept'))
  assert.equal(
    (await whileRefused(server.database, 'tip.referral-returned', () => act(casey, one.theirs, 'return')))
      .status,
    500,
  )
  assert.equal(await owner(one.tipId), wa)
  const two = await offered()
  assert.equal(
    (await whileRefused(server.database, 'tip.referral-withdrawn', () => act(robin, two.tipId, 'withdraw')))
      .status,
    500,
  )
  assert.equal((await rowOf(robin, two.tipId))?.state, 'offered')
})

test('two people at once: of accepting, withdrawing and returning one wins, and there is one owner', async () => {
  for (let round = 0; round < 4; round += 1) {
    const { tipId, theirs } = await offered()
    const told = await Promise.all([
      act(casey, theirs, 'accept'),
      act(robin, tipId, 'withdraw'),
      act(casey, theirs, 'accept'),
    ])
    const done = told.filter(({ status }) => status === 200)
    assert.equal(done.length, 1, told.map(({ status, text }) => `${status} ${text}`).join('\n'))
    const chain = await chainOf(robin, tipId)
    assert.equal(chain.owner.agencyId, chain.steps[0]?.state === 'accepted' ? wa : wi)
    assert.equal((await rowOf(robin, tipId))?.state, chain.ours ? 'open' : 'referred')
  }
})

const agents: Record<string, { who: SignedIn; agency: string }> = {
  [wi]: { who: robin, agency: wi },
  [wa]: { who: casey, agency: wa },
  [sd]: { who: jordan, agency: sd },
}
const agency = fc.constantFrom(wi, wa, sd)
const anyAct = fc.oneof(
  fc.record({ act: fc.constant('offer' as const), by: agency, to: agency }),
  fc.record({ act: fc.constantFrom('accept' as const, 'return' as const, 'withdraw' as const), by: agency }),
)

test('whatever three agencies try, the database does what the state machine says, and has one owner', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(anyAct, { minLength: 4, maxLength: 14 }), async (acts) => {
      const { reportId } = await newTip()
      let chain: ReferralChain = { root: wi, links: [] }
      for (const each of acts) {
        if (each.act === 'offer' && each.by === each.to) continue
        const agent = agents[each.by]
        const tipId = await tipAt(reportId, each.by)
        if (!agent || tipId === '') continue
        const told =
          each.act === 'offer'
            ? await agent.who.post(`/api/tips/${tipId}/decisions`, refer(each.to))
            : await act(agent.who, tipId, each.act)
        await passUndoWindow(server, tipId)
        const refusal = referralRefusal(chain, each)
        assert.equal(
          told.status === 200,
          refusal === undefined,
          `${JSON.stringify(each)}: ${told.status} ${told.text}, ${refusal}`,
        )
        chain = afterReferral(chain, each)
        const owners = await server.database.query<{ agency_id: string }>(
          'select t.agency_id from referral_chain c join tip t on t.tip_id = c.owner_tip where c.report_id = $1',
          [reportId],
        )
        if (chain.links.length > 0) assert.deepEqual(owners, [{ agency_id: ownerOf(chain) }])
      }
    }),
    { numRuns: 8, seed: 150 },
  )
})
