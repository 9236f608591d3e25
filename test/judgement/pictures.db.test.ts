import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { BundleDetail, BundleList, Finding, TipDetail } from '@opentipline/contract'
import { describeFile } from '@opentipline/client'
import sharp, { type Sharp } from 'sharp'
import { type SignedIn, signedIn } from '../faults/support/person.ts'
import { clientOf, reportFrom, tipOf } from '../faults/support/reports.ts'
import { eventually, startTestServer } from '../support/server.ts'

const server = await startTestServer(undefined, { pictureHashes: 'viewed' })
const client = clientOf(server.address, await server.addProvider('Example Provider'))
const officer = await signedIn(server, 'demo-officer-wi')

const get = async <T>(person: SignedIn, path: string): Promise<T> => {
  const told = await person.get(path)
  assert.equal(told.status, 200, told.text)
  return told.body as T
}

/** A synthetic picture: colour ramps and stripes, nothing depicted. */
const ramps = (side: number): Buffer =>
  Buffer.from(
    Uint8Array.from({ length: side * side * 3 }, (_, at) => {
      const [x, y] = [(Math.floor(at / 3) % side) / side, Math.floor(at / 3 / side) / side]
      // Several waves, so that there is something to see at every size.
      const waves = [3, 5, 7, 11].map((f, k) => Math.sin(f * (k % 2 ? x : y) * (2 + k) + 2 * x * y * f))
      return 127.5 + 31 * waves.reduce((all, each) => all + each, 0)
    }),
  )
const picture = (side: number): Sharp =>
  sharp(ramps(side), { raw: { width: side, height: side, channels: 3 } })

const plain = (side: number): Promise<Buffer> =>
  sharp({ create: { width: side, height: side, channels: 3, background: '#447' } })
    .png()
    .toBuffer()

let filed = 0
const file = async (
  bytes: Buffer,
  viewed: boolean | undefined,
): Promise<{ reportId: string; tipId: string }> => {
  filed += 1
  const { reportId } = await client.submit(reportFrom('wisconsin', `picture-${filed}`))
  const { fileId } = await client.upload(reportId, bytes, { name: 'synthetic' })
  await client.fileInfo(reportId, fileId, describeFile(viewed === undefined ? {} : { viewedByEsp: viewed }))
  await client.finish(reportId)
  return { reportId, tipId: await tipOf(server, reportId, 'wi-wisconsin') }
}
const hashOf = async ({ tipId }: { tipId: string }): Promise<Finding> =>
  (await get<TipDetail>(officer, `/api/tips/${tipId}`)).derived.findings.find(
    (each) => each.kind === 'picture hash',
  ) ?? assert.fail('the tip says nothing of its picture')
/** Every file was answered, and every report was through with its answer. */
const ready = async (): Promise<void> => {
  await eventually(async () => {
    const left = await server.database.query(
      `select from work union all select from picture_hash where taken_at is null`,
    )
    return left.length === 0 || undefined
  })
}

const png = await picture(400).png().toBuffer()
const smallJpeg = await picture(400).resize(230).jpeg({ quality: 70 }).toBuffer()
const svg = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><rect width="90" height="90"/></svg>')
// Filed beside each other and read when all are through: each look starts a process, and each reading is logged.
const [first, second, unviewed, unstated, broken, drawn, plainOne, plainTwo] = await Promise.all([
  file(png, true),
  file(smallJpeg, true),
  file(png, false),
  file(png, undefined),
  file(Buffer.concat([png.subarray(0, 200), Buffer.alloc(40)]), true),
  file(svg, true),
  file(await plain(90), true),
  file(await plain(120), true),
])
await ready()

test('the same picture in another size and coding is known: by its hash, a link and a bundle', async () => {
  const [one, two] = [await hashOf(first), await hashOf(second)]
  assert.equal(one.answer, 'hit')
  assert.equal(two.answer, 'hit')
  assert.match(String(one.value.hash), /^[0-9a-f]{64}$/)
  const { derived } = await get<TipDetail>(officer, `/api/tips/${second.tipId}`)
  const link = derived.links.find(
    (each) => each.reportId === first.reportId && each.because.startsWith('Same picture'),
  )
  assert.equal(link?.strength, 'weak', 'copies travel: a person confirms')
  const { bundles } = await get<BundleList>(officer, '/api/bundles')
  const near = bundles.find((each) => each.by === 'near')
  assert.equal(near?.tips, 2)
  const detail = await get<BundleDetail>(officer, `/api/bundles/${near.bundleId}`)
  const shown = [...detail.members, ...detail.apart.map(({ row }) => row)].map((row) => row.tipId)
  assert.deepEqual(shown.toSorted(), [first.tipId, second.tipId].toSorted())
})

test('a file that the provider does not say it viewed is not looked at, and that is said', async () => {
  for (const each of [unviewed, unstated]) {
    const found = await hashOf(each)
    assert.equal(found.answer, 'not checked')
    assert.match(found.caveat ?? '', /does not say that it viewed/)
    const asked = await server.database.query('select from picture_hash where report_id = $1', [
      each.reportId,
    ])
    assert.equal(asked.length, 0)
  }
})

test('what was asked for under a wider setting is not looked at either', async () => {
  // As it stands where the operator had `all`, and narrowed it before this file's turn came.
  await server.database.query(
    `insert into picture_hash (file_id, report_id, viewed) select file_id, report_id, false from file where report_id = $1`,
    [unviewed.reportId],
  )
  // A later file is answered; this one had its turn before it.
  const later = await file(svg, true)
  await eventually(async () => {
    const [done] = await server.database.query(
      `select from picture_hash where report_id = $1 and answer <> 'waiting'`,
      [later.reportId],
    )
    return done
  })
  const left = await server.database.query<{ answer: string }>(
    'select answer from picture_hash where report_id = $1',
    [unviewed.reportId],
  )
  assert.deepEqual(left, [{ answer: 'waiting' }])
  assert.match((await hashOf(unviewed)).caveat ?? '', /does not say that it viewed/)
  await server.database.query('delete from picture_hash where report_id = $1', [unviewed.reportId])
})

test('what cannot be read has failed, and what is no picture is not checked: neither is a miss', async () => {
  assert.equal((await hashOf(broken)).answer, 'failed')
  const other = await hashOf(drawn)
  assert.equal(other.answer, 'not checked')
  assert.match(other.caveat ?? '', /no picture of a kind/)
})

test('a plain picture has too little to see to be like another', async () => {
  assert.match((await hashOf(plainOne)).caveat ?? '', /too little to see/)
  const { derived } = await get<TipDetail>(officer, `/api/tips/${plainTwo.tipId}`)
  assert.ok(!derived.links.some((each) => each.because.startsWith('Same picture')))
})

test('each look at a file by the machine is in the log', async () => {
  const [logged] = await server.database.query<{ entries: number; files: number }>(
    `select (select count(*)::int from ledger_entry where action = 'file.picture-hashed') as entries,
      (select count(*)::int from picture_hash where answer <> 'waiting') as files`,
  )
  assert.ok(logged && logged.files > 0)
  assert.equal(logged.entries, logged.files)
})

test('every hash was put on record as a look before it was computed', async () => {
  const unannounced = await server.database.query(
    `select from ledger_entry done where done.action = 'file.picture-hashed' and not exists (
       select from ledger_entry look where look.action = 'file.picture-looked-at'
         and convert_from(look.canonical, 'UTF8')::jsonb->'details'->>'file' = convert_from(done.canonical, 'UTF8')::jsonb->'details'->>'file'
         and look.at <= done.at)`,
  )
  assert.equal(unannounced.length, 0)
  const looks = await server.database.query(
    `select from ledger_entry where action = 'file.picture-looked-at'`,
  )
  assert.ok(looks.length > 0)
})
