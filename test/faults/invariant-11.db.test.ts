import assert from 'node:assert/strict'
import { test } from 'node:test'
import { describeFile } from '@opentipline/client'
import { operations } from '@opentipline/contract'
import { startTestServer } from '../support/server.ts'
import { allRoles, outcomeOf, refusedByPrivilege } from './support/as-role.ts'
import { clockActs } from './support/clock-acts.ts'
import { caseActs } from './support/case-acts.ts'
import { type Act, judgingActs } from './support/judging-acts.ts'
import { queueActs, queueLists, queueReadings } from './support/queue-acts.ts'
import { authorise, fileWithBytes, purpose, warrant } from './support/opening.ts'
import { people, type SignedIn, signedIn } from './support/person.ts'
import { prepareRefusal, whileRefused } from './support/refuse-entries.ts'
import { arrived, clientOf, fileThin, reportFrom, tipOf } from './support/reports.ts'

const server = await startTestServer()
await prepareRefusal(server.database)
const client = clientOf(server.address, await server.addProvider('Example Provider'))
const robin = await signedIn(server, people.wisconsin.id)
const morgan = await signedIn(server, people.analyst.id)

let made = 0
const account = (): string => `account-${(made += 1)}`
const openOne = async (): Promise<string> =>
  (await client.submit(reportFrom('wisconsin', account()))).reportId
const tipOne = async (): Promise<string> =>
  tipOf(server, await fileThin(client, 'wisconsin', account()), people.wisconsin.agency)
const count = async (text: string, values: unknown[] = []): Promise<number> =>
  (await server.database.query(text, values)).length

/** Answers whether the call was carried out; a refusal by the server's failure is an answer, not an error. */
const went = async (call: Promise<unknown>): Promise<boolean> =>
  call.then(
    () => true,
    () => false,
  )
const wentOk = async (person: SignedIn, path: string, body?: unknown): Promise<boolean> =>
  (await (body === undefined ? person.get(path) : person.post(path, body))).status === 200

const decision = { kind: 'decline', reasons: ['resources'], note: '' }
const decideOn = async (tipId: string): Promise<string> => {
  const { body, text } = await robin.post(`/api/tips/${tipId}/decisions`, decision)
  if (typeof body !== 'object' || body === null || !('decisionId' in body)) throw new Error(text)
  return String(body.decisionId)
}
const withFile = () =>
  fileWithBytes(server, client, account(), [{ bytes: Buffer.from('synthetic'), viewed: false }])
const stuckOne = async (): Promise<string> => {
  const reportId = await openOne()
  await server.database.query(
    `insert into work (report_id, revision, stage, state) values ($1, 1, 'normalise', 'stuck')`,
    [reportId],
  )
  return reportId
}

/** Every act that changes something, and every reading of what is sensitive. */
const acts: Record<string, Act> = {
  ...clockActs({ server, officer: robin, supervisor: await signedIn(server, 'demo-supervisor-wi'), tipOne }),
  ...queueActs(server, robin),
  ...caseActs({
    server,
    officer: robin,
    colleague: await signedIn(server, 'demo-supervisor-wi'),
    tipOne,
  }),
  ...judgingActs({
    server,
    officer: robin,
    supervisor: await signedIn(server, 'demo-supervisor-wi'),
    analyst: await signedIn(server, 'demo-analyst'),
    tipOne,
    linkedTips: async () => {
      const name = account()
      const [first, second] = [
        await fileThin(client, 'wisconsin', name),
        await fileThin(client, 'wisconsin', name),
      ]
      const tip = await tipOf(server, first, people.wisconsin.agency)
      await tipOf(server, second, people.wisconsin.agency)
      return [tip, second]
    },
  }),
  submit: {
    action: 'report.submitted',
    prepare: async () => {
      const before = await count('select from report')
      return {
        act: () => went(openOne()),
        done: async () => (await count('select from report')) - before,
        object: 'any',
      }
    },
  },
  upload: {
    action: 'report.file-uploaded',
    prepare: async () => {
      const id = await openOne()
      return {
        act: () => went(client.upload(id, Buffer.from('synthetic'))),
        done: () => count('select from file where report_id = $1', [id]),
        object: id,
      }
    },
  },
  fileinfo: {
    action: 'report.file-described',
    prepare: async () => {
      const id = await openOne()
      const { fileId } = await client.upload(id, Buffer.from('synthetic'))
      return {
        act: () => went(client.fileInfo(id, fileId, describeFile({}))),
        done: () => count('select from file_details where report_id = $1', [id]),
        object: id,
      }
    },
  },
  finish: {
    action: 'report.finished',
    prepare: async () => {
      const id = await openOne()
      return {
        act: () => went(client.finish(id)),
        done: () => count(`select from report where report_id = $1 and state = 'finished'`, [id]),
        object: id,
      }
    },
  },
  retract: {
    action: 'report.retracted',
    prepare: async () => {
      const id = await openOne()
      return {
        act: () => went(client.retract(id)),
        done: () => count(`select from report where report_id = $1 and state = 'retracted'`, [id]),
        object: id,
      }
    },
  },
  decide: {
    action: 'tip.decided',
    prepare: async () => {
      const tip = await tipOne()
      return {
        act: () => wentOk(robin, `/api/tips/${tip}/decisions`, decision),
        done: () =>
          count(`select from decision join tip using (tip_id) where tip_id = $1 and tip.state = 'declined'`, [
            tip,
          ]),
        object: tip,
      }
    },
  },
  undoDecision: {
    action: 'tip.decision-undone',
    prepare: async () => {
      const tip = await tipOne()
      const id = await decideOn(tip)
      return {
        act: () => wentOk(robin, `/api/decisions/${id}/undo`, {}),
        done: () => count('select from decision where decision_id = $1 and undone_at is not null', [id]),
        object: tip,
      }
    },
  },
  reopenTip: {
    action: 'tip.reopened',
    prepare: async () => {
      const tip = await tipOne()
      await decideOn(tip)
      return {
        act: () => wentOk(robin, `/api/tips/${tip}/reopen`, { note: 'Synthetic' }),
        done: () => count('select from reopening where tip_id = $1', [tip]),
        object: tip,
      }
    },
  },
  addNote: {
    action: 'tip.noted',
    prepare: async () => {
      const tip = await tipOne()
      return {
        act: () => wentOk(robin, `/api/tips/${tip}/notes`, { text: 'Synthetic' }),
        done: () => count('select from note where tip_id = $1', [tip]),
        object: tip,
      }
    },
  },
  readTip: {
    action: 'tip.read',
    prepare: async () => {
      const tip = await tipOne()
      return {
        act: () => wentOk(robin, `/api/tips/${tip}`),
        done: () => count('select from tip_seen where tip_id = $1', [tip]),
        object: tip,
      }
    },
  },
  recordFileAuthority: {
    action: 'file.authority-recorded',
    prepare: async () => {
      const { tipId, fileIds } = await withFile()
      return {
        act: () => wentOk(robin, `/api/tips/${tipId}/files/${fileIds[0]}/authorities`, warrant),
        done: () => count('select from file_authority where file_id = $1', [fileIds[0]]),
        object: tipId,
      }
    },
  },
  withdrawFileAuthority: {
    action: 'file.authority-withdrawn',
    prepare: async () => {
      const { tipId, fileIds } = await withFile()
      const id = await authorise(robin, tipId, fileIds[0] ?? '')
      return {
        act: () =>
          wentOk(robin, `/api/tips/${tipId}/files/${fileIds[0]}/authorities/${id}/withdraw`, {
            because: 'x',
          }),
        done: () =>
          count('select from file_authority where authority_id = $1 and withdrawn_at is not null', [id]),
        object: tipId,
      }
    },
  },
  openFile: {
    action: 'file.opened',
    prepare: async () => {
      const { tipId, fileIds } = await withFile()
      await authorise(robin, tipId, fileIds[0] ?? '')
      return {
        act: () => wentOk(robin, `/api/tips/${tipId}/files/${fileIds[0]}/open`, purpose),
        done: () => count('select from file_opening where file_id = $1', [fileIds[0]]),
        object: tipId,
      }
    },
  },
  setViewing: {
    action: 'viewing.changed',
    prepare: async () => ({
      act: () =>
        wentOk(robin, '/api/viewing', { blurPixels: 3, greyscale: true, muted: true, breakMinutes: 20 }),
      done: () => count('select from viewing_preference where person_id = $1', [people.wisconsin.id]),
      object: people.wisconsin.id,
    }),
  },
  importReport: {
    action: 'report.imported',
    prepare: async () => {
      const exported = await robin.get(`/api/reports/${await exportable()}/le-json`)
      const before = await count('select from import_seen')
      return {
        act: () => wentOk(robin, '/api/imports', exported.body),
        done: async () => (await count('select from import_seen')) - before,
        object: 'any',
      }
    },
  },
  retryStuck: {
    action: 'report.retried',
    prepare: async () => {
      const id = await stuckOne()
      return {
        act: () => wentOk(morgan, `/api/pipeline/${id}/retry`, {}),
        done: async () =>
          1 - (await count(`select from work where report_id = $1 and state = 'stuck'`, [id])),
        object: id,
      }
    },
  },
  routeByHand: {
    action: 'report.routed-by-hand',
    prepare: async () => {
      const id = await fileThin(client, 'nowhere', account())
      await arrived(server, id)
      const body = { agencyId: people.wisconsin.agency, because: 'Synthetic' }
      return {
        act: () => wentOk(morgan, `/api/pipeline/${id}/route`, body),
        done: () => count('select from tip where report_id = $1', [id]),
        object: id,
      }
    },
  },
  signInAsDemoPerson: {
    action: 'session.began',
    prepare: async () => {
      const before = await count('select from session')
      return {
        act: () => went(server.signIn(people.washington.id)),
        done: async () => (await count('select from session')) - before,
        object: people.washington.id,
      }
    },
  },
  endSession: {
    action: 'session.ended',
    prepare: async () => {
      const casey = await signedIn(server, people.washington.id)
      const before = await count('select from session where ended_at is not null')
      return {
        act: () => wentOk(casey, '/api/session/end', {}),
        done: async () => (await count('select from session where ended_at is not null')) - before,
        object: people.washington.id,
      }
    },
  },
}

/** Readings of what was received: they change nothing but the ledger, so what is told is looked at instead. */
const readings: Record<string, { action: string; path(): Promise<{ path: string; object: string }> }> = {
  exportReport: {
    action: 'report.exported',
    path: async () => {
      const id = await exportable()
      return { path: `/api/reports/${id}/le-json`, object: id }
    },
  },
  readTipClocks: {
    action: 'tip.clocks-read',
    path: async () => {
      const tip = await tipOne()
      return { path: `/api/tips/${tip}/clocks`, object: tip }
    },
  },
  ...queueReadings(tipOne, people.wisconsin.agency),
  readDocument: {
    action: 'document.read',
    path: async () => {
      const tip = await tipOne()
      const [row] = await server.database.query<{ document_id: string }>(
        'select document_id from document join tip using (report_id) where tip_id = $1',
        [tip],
      )
      return { path: `/api/tips/${tip}/documents/${row?.document_id}`, object: tip }
    },
  },
}

async function exportable(): Promise<string> {
  const id = await fileThin(client, 'wisconsin', account())
  await tipOf(server, id, people.wisconsin.agency)
  return id
}

const entries = (action: string, object: string): Promise<number> =>
  count(`select from ledger_entry where action = $1 and ($2 = 'any' or object_id = $2)`, [action, object])

for (const [name, { action, prepare }] of Object.entries(acts))
  test(`invariant 11: ${name} is done with its entry ${action}, and is not done without`, async () => {
    const { act, done, object } = await prepare()
    const before = await entries(action, object)
    assert.equal(await whileRefused(server.database, action, act), false, 'answered as if it were done')
    assert.equal(await done(), 0, 'done without its entry')
    assert.equal(await act(), true)
    assert.ok((await done()) > 0)
    assert.equal(await entries(action, object), before + 1)
  })

for (const [name, { action, path }] of Object.entries(readings))
  test(`invariant 11: ${name} is told with its entry ${action}, and is not told without`, async () => {
    const reading = await path()
    const before = await entries(action, reading.object)
    const refused = await whileRefused(server.database, action, () => robin.get(reading.path))
    assert.equal(refused.status, 500)
    assert.ok(!refused.text.includes('Synthetic'), 'told without its entry')
    assert.equal((await robin.get(reading.path)).status, 200)
    assert.equal(await entries(action, reading.object), before + 1)
  })

test('invariant 11: a tip is made available with its entry, and not without', async () => {
  const waiting = await whileRefused(server.database, 'tip.made-available', async () => {
    const id = await fileThin(client, 'wisconsin', account())
    for (let look = 0; look < 40; look += 1) {
      await new Promise((resolve) => setTimeout(resolve, 50))
      if ((await count('select from work where report_id = $1 and last_error is not null', [id])) > 0) break
    }
    assert.equal(await count('select from tip where report_id = $1', [id]), 0)
    assert.equal(await count('select from work where report_id = $1', [id]), 1, 'it waits where it was')
    return id
  })
  const tip = await tipOf(server, waiting, people.wisconsin.agency)
  assert.equal(await entries('tip.made-available', tip), 1)
})

/**
 * `actFor`: no demonstration person belongs to two agencies. Signing in, proving and people: packages/server/src/features/people.
 * The agency's rules: test/discretion. Its law: test/law. Bundles: test/judgement. The auditor's:
 * test/security/auditor.db.test.ts. Destroying a file: test/security/destruction.db.test.ts. A file's bytes and incidents: test/security/opening.db.test.ts. Documents: test/clocks. `giveCaseOutcome` is
 * `giveOutcome` for each tip of a case.
 */
const namesIn = (text: string): string[] => text.trim().split(/\s+/)

test('every operation that changes something, and every sensitive reading, is looked at above', () => {
  /** Lists and views carry no narrative. What needs more than one call is looked at elsewhere: the test is named. */
  const elsewhere = namesIn(`
    actFor lockSession stepUpAsDemoPerson finishPasskeySignIn finishEnrolment finishProof finishDevice
    askDevice endOwnSession removePasskey
    invitePerson changeRole bindSubject recoverPerson unlockPerson endMembership decideChange
    readBundle decideBundle listReportBundles readReportBundle previewTipDocument downloadTipDocument
    setSecondPerson setAgencyRule approveAgencyRule withdrawAgencyRule
    countersignDecision acceptReferral returnReferral withdrawReferral addReason retireReason takeLease releaseLease
    saveOwnLaw setForum tickChecklistItem saveOwnChecklists
    readOpenedFile resolveIncident liftOpenings giveCaseOutcome readOwnScorecard
    proposeDestruction decideDestruction withdrawDestruction readDestructionCertificate reviewLedger
    readOwnProvider addCredential rotateCredential revokeCredential listOwnReports readOwnReport readOwnReceipt
    searchLedger exportLedger verifyLedger readLedgerVerification`)
  const lists = namesIn(`
    listClocks listLogWindows listAgencyTimes readCalendarFeed
    listTipDocuments listDocumentTemplates readDocumentTemplate
    listDestructions listLedgerReviews listFiles readViewing readViewingSums listIncidents
    listReferrals listReasons listPolicies listAgencyRules readPolicy listAssessments
    readLaw readLawEffect checkOwnLaw readTipChecklists readChecklists checkOwnChecklists readGuidance
    listCases listOutcomes listCaseOutcomes readOutcomeNotices
    readStatistics readScorecards readCountyMap
    readSignIn beginPasskeySignIn beginOidcSignIn readInvitation beginEnrolment
    beginProof beginOidcProof beginDevice readAccount readOwnSettings listPeople
    listBundles readSession listDemoPeople listTips
    listNetworks listAgencies readPipeline listCredits checkDocument readReview readAreas findServing`)
  const looked = [...Object.keys(acts), ...Object.keys(readings), ...elsewhere, ...lists, ...queueLists]
  for (const name of Object.keys(operations)) assert.ok(looked.includes(name), `${name} is not looked at`)
})

for (const role of allRoles)
  test(`invariant 11: ${role} can neither change nor remove an entry`, async () => {
    for (const table of ['ledger_entry', 'ledger_leaf', 'ledger_checkpoint'])
      for (const statement of [
        `update ${table} set ${table === 'ledger_entry' ? 'canonical = canonical' : table === 'ledger_leaf' ? 'leaf_hash = leaf_hash' : 'note = note'}`,
        `delete from ${table}`,
        `truncate ${table} cascade`,
      ])
        assert.equal(
          await outcomeOf(
            server.database.url,
            role,
            { agencies: '{wi-wisconsin}', clearinghouse: 'on' },
            statement,
          ),
          refusedByPrivilege,
          statement,
        )
  })

test('invariant 11: nobody but the sequencer may take an entry from those that wait for the tree', async () => {
  for (const role of allRoles)
    for (const statement of ['delete from ledger_pending', 'truncate ledger_pending'])
      if (role !== 'tipline_ledger' || statement.startsWith('truncate'))
        assert.equal(await outcomeOf(server.database.url, role, {}, statement), refusedByPrivilege, role)
})
