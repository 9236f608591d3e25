/**
 * `kill -9` while one agency offers reports and another accepts them: what was answered holds afterwards, and every report
 * has one owner, whom both agencies name.
 */
import assert from 'node:assert/strict'
import { chmod, mkdir, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { setTimeout as sleep } from 'node:timers/promises'
import { openAdministration, openLog } from '@opentipline/server'
import pg from 'pg'
import { decide, passUndoWindow, readTip, refer } from '../discretion/support.ts'
import { freshDatabase } from '../support/database.ts'
import { serve } from '../support/serve.ts'
import { eventually, signIn } from '../support/server.ts'
import { people, type SignedIn, signedIn, type Told } from './support/person.ts'
import { randomFrom } from './support/random.ts'
import { clientOf, fileThin, tipOf } from './support/reports.ts'

const rounds = 2
const tipsARound = 6
/** Where nothing is to be answered before the kill, it comes within this. */
const momentMsMax = 120
const seed = Number(process.env.TIPLINE_FAULTS_SEED ?? Date.now() % 1_000_000_000)
const random = randomFrom(seed)

/** What an act was answered; undefined where the server was gone before it said anything. */
const maybe = (act: Promise<Told>): Promise<Told | undefined> => act.catch(() => undefined)

/** Resolves upon an answer, whichever it is to be, so that a kill comes between two acts on a slow machine too. */
const anAnswer = (acts: Promise<Told | undefined>[]): Promise<void> => {
  const after = random.between(0, acts.length - 1)
  let answers = 0
  return new Promise<void>((resolve) => {
    if (after === 0) void sleep(random.between(0, momentMsMax)).then(resolve)
    for (const act of acts) void act.then(() => (answers += 1) === after && resolve())
  })
}

const ownerOf = async (who: SignedIn, tipId: string) => (await readTip(who, tipId)).referral?.owner.agencyId

test(`an offer and its acceptance are there whole or not at all, whenever the server dies (seed ${seed})`, async (t) => {
  const folder = await mkdtemp(join(tmpdir(), 'tipline-kill-'))
  // PostgreSQL runs as another user when the tests run as root, and must be able to enter.
  await chmod(folder, 0o755)
  const dataDir = join(folder, 'data')
  await mkdir(dataDir, { mode: 0o755 })
  const database = await freshDatabase(t)
  const start = () => serve({ dataDir, databaseUrl: database.url, cacheDir: join(folder, 'cache') })
  let server = start()
  t.after(async () => {
    await server.stop()
    await rm(folder, { recursive: true, force: true })
  })
  const enter = async () => {
    const address = await server.ready
    const door = { address, signIn: (personId: string) => signIn(address, personId) }
    return {
      address,
      robin: await signedIn(door, people.wisconsin.id),
      casey: await signedIn(door, people.washington.id),
    }
  }
  /** Holds the rows of tips, so that an act that changes them last waits in its midst. */
  const holding = async (tips: readonly string[]) => {
    const holder = new pg.Client({ connectionString: database.url })
    // The database may be dropped under it where the test fails.
    holder.on('error', () => undefined)
    await holder.connect()
    await holder.query('begin')
    await holder.query('select from tip where tip_id = any($1) for update', [tips])
    const waiting = `select from pg_stat_activity
      where datname = current_database() and wait_event_type = 'Lock' and query like '%accept%'`
    return {
      theyWait: () =>
        eventually(async () => {
          // Not asked by the holder: within a transaction the first answer stays.
          return (await database.query(waiting)).length >= tips.length ? true : undefined
        }),
      letGo: () => holder.end(),
    }
  }
  /** Does all of them at once, kills the server when it is time, and starts it again. */
  const amid = async (
    acts: Promise<Told | undefined>[],
    itIsTime: (acts: Promise<Told | undefined>[]) => Promise<unknown> = anAnswer,
  ) => {
    await itIsTime(acts)
    await server.kill()
    const told = await Promise.all(acts)
    server = start()
    return told
  }

  let { address, robin, casey } = await enter()
  const administration = await openAdministration({ dataDir, operator: 'test', log: openLog('silent') })
  const credential = await administration.addProvider({ name: 'Example Provider', environment: 'live' })
  await administration.close()

  let answered = 0
  let unanswered = 0
  for (let round = 0; round < rounds; round += 1) {
    const client = clientOf(address, credential)
    const names = Array.from({ length: tipsARound }, (_, at) => `referral-${round}-${at}`)
    const reports = await Promise.all(names.map((name) => fileThin(client, 'wisconsin', name)))
    client.close()
    const ours = await Promise.all(reports.map((id) => tipOf({ database }, id, people.wisconsin.agency)))

    const offered = await amid(
      ours.map((tipId) => maybe(robin.post(`/api/tips/${tipId}/decisions`, refer(people.washington.agency)))),
    )
    ;({ address, robin, casey } = await enter())
    for (const [at, tipId] of ours.entries()) {
      const stands = (await readTip(robin, tipId)).decisions.some((each) => each.kind === 'refer')
      if (offered[at]?.status === 200) assert.ok(stands, `the offer of ${tipId} was answered`)
      if (!stands) await decide(robin, tipId, refer(people.washington.agency))
      await passUndoWindow({ database }, tipId)
    }
    const theirs = await Promise.all(reports.map((id) => tipOf({ database }, id, people.washington.agency)))

    // The first time some are killed in their midst, surely; the second time whichever are on their way.
    const held = await holding(round === 0 ? ours.slice(0, tipsARound / 2) : [])
    const accepted = await amid(
      theirs.map((tipId) =>
        maybe(casey.post(`/api/tips/${tipId}/referral/accept`, { because: 'Synthetic reason' })),
      ),
      round === 0 ? held.theyWait : anAnswer,
    )
    await held.letGo()
    ;({ address, robin, casey } = await enter())
    for (const [at, tipId] of theirs.entries()) {
      const mine = ours[at] ?? ''
      const owner = await ownerOf(casey, tipId)
      assert.equal(await ownerOf(robin, mine), owner, 'both name the same owner')
      if (accepted[at]?.status === 200) assert.equal(owner, people.washington.agency)
      else unanswered += 1
      const again = await casey.post(`/api/tips/${tipId}/referral/accept`, { because: 'Synthetic reason' })
      assert.equal(again.status, owner === people.washington.agency ? 409 : 200, again.text)
      assert.equal(await ownerOf(robin, mine), people.washington.agency)
    }
    answered += [...offered, ...accepted].filter((told) => told?.status === 200).length
  }
  assert.ok(unanswered >= tipsARound / 2, `${unanswered} acceptances were killed`)
  t.diagnostic(`${answered} acts answered before a kill, ${unanswered} acceptances not`)
})
