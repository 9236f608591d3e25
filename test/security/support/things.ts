/** One of everything an operation can be about, all of it Wisconsin's, and the requests that are about them. */
import { peopleBodies, peoplePreparations } from './people-things.ts'
import type { ReportingClient } from '@opentipline/client'
import { type OperationName, operations, type TipDetail } from '@opentipline/contract'
import { cookiesAfter, eventually, type TestServer } from '../../support/server.ts'
import { clientOf, fileThin, reportFrom, tipOf } from '../../faults/support/reports.ts'
import { caseThings } from './case-things.ts'
import { checklistBodies, checklistParams, checklistPreparations } from './checklist-things.ts'
import { destructionThings } from './destruction-things.ts'
import { samplingThings } from './sampling-things.ts'
import { credentialOf, filingQueries, joinProviders, unrotated } from './filing.ts'
import { type Member, memberOf } from './staff.ts'

export type Reply = { status: number; text: string }
export type Asked = {
  operation: OperationName
  who: Member
  /** Who asks proved who they are longer ago than a proof counts. */
  proofIsOld?: boolean
}
export type Asker = ((asked: Asked) => Promise<Reply>) & {
  /** Whether the operation needs a thing to be put into a state first, or leaves one that has to be put back. */
  isPrepared(operation: OperationName): boolean
}

const sendAs = async (
  server: TestServer,
  who: Member,
  method: string,
  path: string,
  body: unknown = {},
): Promise<Reply> => {
  const answer = await fetch(`${server.address}${path}`, {
    method,
    headers: { cookie: who.cookie, 'content-type': 'application/json' },
    ...(method === 'POST' ? { body: typeof body === 'string' ? body : JSON.stringify(body) } : {}),
  })
  // A token that turns is followed, as a browser does.
  who.cookie = cookiesAfter(answer, who.cookie)
  return { status: answer.status, text: await answer.text() }
}

/** Makes the things, and gives the way to ask for an operation on them as somebody. */
export const askerOf = async (server: TestServer, staff: readonly Member[]): Promise<Asker> => {
  const credential = await server.addProvider('Example Provider')
  const client = clientOf(server.address, credential)
  await joinProviders(server, staff)
  const { reportId, fileId } = await fileWithFile(client, 'matrix')
  const linked = await fileThin(client, 'wisconsin', 'matrix')
  const lost = await fileThin(client, 'nowhere', 'matrix-lost')
  const tipId = await tipOf(server, reportId, 'wi-wisconsin')
  const otherTip = await tipOf(server, linked, 'wi-wisconsin')
  await eventually(() => oneOf(server, 'select report_id as id from unrouted where report_id = $1', [lost]))
  const officer = memberOf(staff, 'officer', 'wi-wisconsin')
  const as = (who: Member, method: string, path: string, body?: unknown) =>
    sendAs(server, who, method, path, body)
  const made = async <T>(path: string, body: unknown, who = officer): Promise<T> => {
    const reply = await as(who, 'POST', path, body)
    if (reply.status !== 200) throw new Error(`${path} answered ${reply.status}: ${reply.text}`)
    return JSON.parse(reply.text)
  }
  const link = await eventually(async () => {
    const tip: TipDetail = JSON.parse((await as(officer, 'GET', `/api/tips/${tipId}`)).text)
    return tip.derived.links.find((each) => each.linkId !== undefined)
  })
  const tip: TipDetail = JSON.parse((await as(officer, 'GET', `/api/tips/${tipId}`)).text)
  const record = await made<{ recordId: string }>(`/api/tips/${tipId}/records`, {
    signal: 'prior allegations',
    value: 'true',
    note: 'Synthetic note 1',
  })
  const policy = await made<{ policyId: string; version: number }>('/api/policies/icac-standards/2/copy', {})
  const { text: policyText }: { text: string } = JSON.parse(
    (await as(officer, 'GET', `/api/policies/${policy.policyId}/${policy.version}`)).text,
  )
  const reason = await made<{ reasonId: string }>(
    '/api/reasons',
    { kind: 'decline', words: 'Synthetic own reason' },
    memberOf(staff, 'agency administrator', 'wi-wisconsin'),
  )
  for (const place of ['wi-wisconsin', 'wa-washington'] as const)
    await made(
      '/api/agency-rules/policies-second-person',
      { value: true, because: 'Synthetic reason 1' },
      memberOf(staff, 'agency administrator', place),
    )
  const verification = await made<{ verificationId: string }>(
    '/api/ledger/verifications',
    {},
    memberOf(staff, 'auditor', 'clearinghouse'),
  )

  const administrator = memberOf(staff, 'agency administrator', 'wi-wisconsin')
  const logWindow = {
    network: '192.0.2.0/24',
    days: 30,
    source: 'Synthetic source',
    asOf: '2026-01-01',
    from: '2026-01-01',
  }
  const agencyTime = { name: 'Synthetic time', hours: 24, authority: 'Synthetic rule 1', from: '2026-01-01' }
  const warrant = { kind: 'warrant return', party: 'Example Court', at: '2027-01-01T00:00:00Z' }
  const window = await made<{ windowId: string }>('/api/log-windows', logWindow, administrator)
  const time = await made<{ timeId: string }>('/api/agency-times', agencyTime, administrator)
  const entry = await made<{ entryId: string }>(`/api/tips/${tipId}/clocks`, warrant)

  const authority = await made<{ authorityId: string }>(
    `/api/tips/${tipId}/files/${fileId}/authorities`,
    exigency,
  )
  const sampled = await fileThin(client, 'wisconsin', 'matrix-sampled')
  const sampling = await samplingThings(server, staff, await tipOf(server, sampled, 'wi-wisconsin'))
  const cases = await caseThings({ server, tipId, otherTip, made })

  const destruction = destructionThings(server, fileId)

  const document = await made<{ madeId: string }>(`/api/tips/${tipId}/made-documents`, {
    kind: 'case summary',
  })
  const template: { text: string } = JSON.parse(
    (await as(officer, 'GET', '/api/document-templates/case%20summary')).text,
  )

  const params: Record<string, string> = {
    ...cases.params,
    ...sampling.params,
    rule: 'policies-second-person',
    lawId: 'wi-gasper',
    ...checklistParams,
    windowId: window.windowId,
    timeId: time.timeId,
    entryId: entry.entryId,
    madeId: document.madeId,
    format: 'pdf',
    kind: 'case summary',
    fileId,
    authorityId: authority.authorityId,
    reasonId: reason.reasonId,
    tipId,
    reportId,
    documentId: tip.documents[0]?.documentId ?? '',
    recordId: record.recordId,
    policyId: policy.policyId,
    version: String(policy.version),
    bundleId: await bundleOf(server, [reportId, linked]),
    verificationId: verification.verificationId,
    credentialId: await credentialOf(server, credential.username),
  }
  const linkEnds = { reportId: link.reportId, linkId: link.linkId }
  const because = 'Synthetic reason 1'
  const ownLaw = 'asOf: "2026-11-22"\nentries: []\n'
  const bodies: Partial<Record<OperationName, unknown>> = {
    recordFileAuthority: exigency,
    withdrawFileAuthority: { because },
    openFile: { purpose: 'assess the report', reason: because },
    liftOpenings: { personId: 'nobody', because },
    setViewing: { blurPixels: 8, greyscale: true, muted: true, breakMinutes: 20 },
    setOwnSettings: {
      language: 'en',
      appearance: 'system',
      density: 'comfortable',
      timeZone: null,
      letterKeys: true,
      keys: [],
    },
    resolveIncident: { says: because },
    ...cases.bodies,
    ...destruction.bodies,
    ...sampling.bodies,
    ...peopleBodies,
    decide: { kind: 'pursue', reasons: ['linked-case'], note: '' },
    reopenTip: { note: '' },
    addNote: { text: 'Synthetic note 2' },
    recordIntelligence: { signal: 'prior allegations', value: 'true', note: 'Synthetic note 3' },
    withdrawRecord: { because },
    correctPlace: { role: 'subject', country: 'US', region: 'WI', because },
    overrideLabel: { label: null, because },
    labelReport: { label: null, because },
    judgeReportLink: { ...linkEnds, verdict: 'confirmed', because },
    judgeLink: { ...linkEnds, verdict: 'confirmed', because },
    undoLinkVerdict: linkEnds,
    decideBundle: { kind: 'decline', reasons: ['viral-or-meme'], note: '', tipIds: [tipId, otherTip] },
    editPolicy: { text: policyText },
    previewPolicy: {},
    proposePolicy: { because },
    setSecondPerson: { secondPerson: true },
    checkOwnLaw: { text: ownLaw },
    saveOwnLaw: { text: ownLaw, basedOn: 0, because },
    ...checklistBodies,
    setForum: { state: 'WI', courts: 'either', basedOn: 0, because },
    setAgencyRule: { value: true, because },
    recordClock: warrant,
    previewTipDocument: { kind: 'case summary' },
    makeTipDocument: { kind: 'case summary' },
    recordDocumentSent: { to: 'Example', how: 'Synthetic', at: '2026-01-01T00:00:00Z' },
    saveDocumentTemplate: { text: template.text, because },
    dropDocumentTemplate: { because },
    endClock: { as: 'withdrawn', because },
    addLogWindow: logWindow,
    endLogWindow: { to: '2026-02-01', because },
    addAgencyTime: agencyTime,
    endAgencyTime: { to: '2026-02-01', because },
    addReason: { kind: 'decline', words: 'Synthetic words' },
    countersignDecision: { verdict: 'given', because: '' },
    returnReferral: { reason: 'nobody-free', note: '' },
    withdrawReferral: { because },
    takeLease: { takeOver: true },
    routeByHand: { agencyId: 'wa-washington', because },
    saveView: { name: 'Synthetic view', shared: false, filter: { lane: 'work' } },
    setDefaultView: { viewId: null },
    importReport: '{"not": "a report"}',
    stepUpAsDemoPerson: { thisIsADemonstration: true },
    addCredential: { environment: 'test', purpose: 'Synthetic purpose 1' },
    rotateCredential: { overlapHours: 1 },
    reviewLedger: { upTo: 0, noticed: 'Synthetic note 5' },
    checkDocument: { document: '<report/>' },
  }

  const queries: Partial<Record<OperationName, string>> = {
    readQueueNews: `?since=${new Date().toISOString()}`,
    exportQueue: '?format=csv',
    exportWaiting: '?format=csv',
    exportStatistics: '?format=csv',
    exportCases: '?format=csv',
    exportClocks: '?format=csv',
  }

  const withoutOwnLaw = async (): Promise<Record<string, string>> => {
    await server.database.query('delete from agency_law', [])
    return {}
  }

  /** Puts a thing back into the state in which the operation has something to do. */
  const prepare: Partial<Record<OperationName, (who: Member) => Promise<Record<string, string>>>> = {
    ...cases.prepare,
    ...destruction.prepare,
    ...sampling.prepare,
    ...peoplePreparations(server),
    undoDecision: async (who) => ({ decisionId: await decisionBy(server, tipId, who, officer) }),
    stepUpAsDemoPerson: async (who) => {
      await server.database.query('update person set demo = true where person_id = $1', [who.personId])
      return {}
    },
    removeView: async (who) => ({ viewId: await viewBy(server, who, officer) }),
    // A colleague's: nobody countersigns their own.
    countersignDecision: async (who) => ({
      decisionId: await decisionBy(
        server,
        tipId,
        who.role === 'officer' ? memberOf(staff, 'agency supervisor', 'wi-wisconsin') : officer,
        officer,
      ),
    }),
    readAssessment: async () => ({ policyId: 'icac-standards', version: '2' }),
    withdrawFileAuthority: () => standsAgain(server, authority.authorityId),
    withdrawRecord: async () => {
      await server.database.query(
        'update officer_record set withdrawn_at = null, withdrawn_by = null, withdrawn_because = null where record_id = $1',
        [record.recordId],
      )
      return {}
    },
    openFile: () => standsAgain(server, authority.authorityId),
    readOpenedFile: async (who) => ({ openingId: await openingBy(server, fileId, tipId, who, officer) }),
    resolveIncident: async () => ({ incidentId: await incidentOf(server, fileId) }),
    saveOwnLaw: withoutOwnLaw,
    ...checklistPreparations(server),
    setForum: withoutOwnLaw,
    readBundle: () => undecided(server, [tipId, otherTip]),
    decideBundle: () => undecided(server, [tipId, otherTip]),
    undoLinkVerdict: async () => {
      await as(officer, 'POST', `/api/tips/${tipId}/links/judge`, bodies.judgeLink)
      return {}
    },
    addCredential: async () => unrotated(server, params.credentialId ?? ''),
    rotateCredential: async () => unrotated(server, params.credentialId ?? ''),
    revokeCredential: async () => unrotated(server, params.credentialId ?? ''),
    retryStuck: async () => {
      await server.database.query(
        `insert into work (report_id, revision, stage, state, last_error) values ($1, 1, 'route', 'stuck', 'synthetic')
         on conflict (report_id) do update set state = 'stuck'`,
        [linked],
      )
      return { reportId: linked }
    },
    routeByHand: async () => {
      // In one transaction, and in this order: the clocks may be being worked out at this moment, which holds the work and then writes.
      const tips = `(select tip_id from tip where report_id = '${lost}')`
      await server.database.query(`
        delete from clock_work where tip_id in ${tips};
        select from tip where report_id = '${lost}' for update;
        delete from tip_clock where tip_id in ${tips};
        delete from tip where report_id = '${lost}'`)
      await server.database.query(`update unrouted set resolved_at = null where report_id = $1`, [lost])
      return { reportId: lost }
    },
  }

  const ask = async ({ operation, who, proofIsOld }: Asked): Promise<Reply> => {
    const { method, path } = operations[operation]
    const given = { ...params, ...(await prepare[operation]?.(who)) }
    if (proofIsOld)
      await server.database.query(
        `update session set proven_at = now() - interval '6 minutes' where person_id = $1`,
        [who.personId],
      )
    const asked = filingQueries[operation] ?? ''
    const filled = path.replaceAll(/:(\w+)/g, (_, name: string) => encodeURIComponent(given[name] ?? 'none'))
    const query = queries[operation] ?? ''
    const body = operation === 'actFor' ? { agencyId: who.place } : bodies[operation]
    const reply = await as(who, method, filled + query + asked, body)
    // What is asked next is asked by somebody who is there.
    if (operation === 'lockSession')
      await server.database.query('update session set locked_at = null where person_id = $1', [who.personId])
    return reply
  }
  const isPrepared = (operation: OperationName): boolean =>
    prepare[operation] !== undefined || operation === 'lockSession'
  return Object.assign(ask, { isPrepared })
}

const exigency = { kind: 'exigency', note: 'Synthetic note 4' }

const fileWithFile = async (client: ReportingClient, account: string) => {
  const { reportId } = await client.submit(reportFrom('wisconsin', account))
  const { fileId } = await client.upload(reportId, Buffer.from('synthetic'), { name: 'synthetic.bin' })
  await client.finish(reportId)
  return { reportId, fileId }
}

/** Takes back what somebody withdrew. */
const standsAgain = async (server: TestServer, authorityId: string): Promise<Record<string, string>> => {
  await server.database.query(
    `update file_authority set withdrawn_at = null, withdrawn_by = null, withdrawn_because = null where authority_id = $1`,
    [authorityId],
  )
  return { authorityId }
}

/** An opening of that very person where they belong to the agency: its bytes are theirs alone. */
const openingBy = async (
  server: TestServer,
  fileId: string,
  tipId: string,
  who: Member,
  officer: Member,
): Promise<string> => {
  const by = who.place === 'wi-wisconsin' ? who : officer
  const id = await oneOf(
    server,
    `insert into file_opening (file_id, report_id, tip_id, agency_id, person_id, purpose, reason, gate)
     select $1, report_id, tip_id, 'wi-wisconsin', $3, 'x', 'x', 'no warrant needed' from tip where tip_id = $2
     returning opening_id as id`,
    [fileId, tipId, by.personId],
  )
  if (id === undefined) throw new Error('no opening was made')
  return id
}

/** An open incident of a file. */
const incidentOf = async (server: TestServer, fileId: string): Promise<string> => {
  await server.database.query('delete from incident where file_id = $1', [fileId])
  const id = await oneOf(
    server,
    `insert into incident (kind, file_id, report_id, found_by)
     select 'missing', file_id, report_id, 'scrub' from file where file_id = $1 returning incident_id as id`,
    [fileId],
  )
  if (id === undefined) throw new Error('no incident was made')
  return id
}

/** A file that these reports share, and the bundle's name. */
const bundleOf = async (server: TestServer, reportIds: readonly string[]): Promise<string> => {
  const id = await oneOf(
    server,
    `insert into identifier (kind, value, value_key) values ('hash', 'sha1:synthetic', sha256('matrix')) returning identifier_id as id`,
    [],
  )
  await server.database.query(
    `insert into report_identifier (report_id, identifier_id, role, basis, path)
     select unnest($1::bigint[]), $2, 'file', 'stated', '/files/0'`,
    [reportIds, id],
  )
  return `hash-${id}`
}

/** Tips that a decision on their bundle may cover: undecided, and nothing is known of them but the item. */
const undecided = async (server: TestServer, tipIds: readonly string[]): Promise<Record<string, string>> => {
  await server.database.query(
    `update tip set state = 'open', held_until = null, signal_values = decode(repeat('01', length(signal_values)), 'hex')
     where tip_id = any($1::bigint[])`,
    [tipIds],
  )
  return {}
}

const oneOf = async (server: TestServer, text: string, values: unknown[]): Promise<string | undefined> =>
  (await server.database.query<{ id: string }>(text, values))[0]?.id

/** A decision of that very person where they belong to the agency, since nobody takes back another's. */
const decisionBy = async (
  server: TestServer,
  tipId: string,
  who: Member,
  officer: Member,
): Promise<string> => {
  const by = who.place === 'wi-wisconsin' ? who : officer
  const id = await oneOf(
    server,
    `insert into decision (tip_id, agency_id, person_id, kind, reasons, note, state_before, policy_id, policy_version,
       revision, takes_effect_at)
     values ($1, 'wi-wisconsin', $2, 'pursue', '{linked-case}', '', 'open', 'icac-standards', 2, 1, now() + interval '1 hour')
     returning decision_id as id`,
    [tipId, by.personId],
  )
  if (id === undefined) throw new Error('no decision was made')
  return id
}

/** A view of that very person where they belong to the agency, since nobody removes another's. */
const viewBy = async (server: TestServer, who: Member, officer: Member): Promise<string> => {
  const by = who.place === 'wi-wisconsin' ? who : officer
  const id = await oneOf(
    server,
    `insert into queue_view (agency_id, person_id, name, shared, filter) values ('wi-wisconsin', $1, 'Synthetic', true, '{}')
     on conflict (agency_id, person_id, name) do update set saved_at = now() returning view_id as id`,
    [by.personId],
  )
  if (id === undefined) throw new Error('no view was saved')
  return id
}
