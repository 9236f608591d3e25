/** Composes the server. Everything is made here and handed down; nothing is found by looking around. */
import { mkdir } from 'node:fs/promises'
import { flushCompileCache } from 'node:module'
import type { PictureSetting } from '@opentipline/domain'
import type { FastifyInstance } from 'fastify'
import { openDatabase } from './db/database.ts'
import { affiliateRoutes } from './features/affiliates/index.ts'
import { agencyRoutes, openDirectory } from './features/agencies/index.ts'
import { agencyRuleRoutes } from './features/agency-rules/index.ts'
import { checklistRoutes, openChecklistBook } from './features/checklists/index.ts'
import { clockRoutes, sweepClocks } from './features/clocks/index.ts'
import { creditRoutes, readCredits } from './features/credits/index.ts'
import { caseRoutes } from './features/cases/index.ts'
import { decisionRoutes } from './features/decisions/index.ts'
import { fileRoutes, finishDestructions, scrubWhenDue } from './features/files/index.ts'
import { importRoutes } from './features/imports/index.ts'
import { documentRoutes } from './features/documents/index.ts'
import { keepLedger, openVerifications, readOrMakeLedgerKey } from './features/ledger/index.ts'
import { auditorRoutes } from './features/ledger/auditor-routes.ts'
import { pictureJob } from './features/findings/index.ts'
import { ledgerRoutes } from './features/ledger/routes.ts'
import { outcomeRoutes } from './features/outcomes/index.ts'
import { lawRoutes, openLawBook } from './features/law/index.ts'
import { ensureDemoPeople, peopleRoutes, sweepAccounts } from './features/people/index.ts'
import { openPolicyBook, policyRoutes } from './features/policies/index.ts'
import { openCallMeter, openRefusedLogins, providerRoutes } from './features/providers/index.ts'
import {
  expireReports,
  receiptRoutes,
  reportingRoutes,
  uploadBytesMaxUsual,
} from './features/reporting/index.ts'
import { reportRoutes } from './features/reports/index.ts'
import { routingRoutes } from './features/routing/index.ts'
import { samplingRoutes } from './features/sampling/index.ts'
import { statisticsRoutes } from './features/statistics/index.ts'
import { tipRoutes } from './features/tips/index.ts'
import { type Door, makeApp } from './http/app.ts'
import { deskFiles } from './http/desk-files.ts'
import { healthRoutes } from './http/health.ts'
import { openApiRoute } from './http/openapi.ts'
import { openPersonPace } from './http/person-pace.ts'
import { useCertificate } from './http/raw-server.ts'
import { startPipelineThread } from './pipeline/thread.ts'
import {
  type Certificate,
  type CertificateFiles,
  keepCertificate,
  readCertificate,
} from './platform/certificate.ts'
import { every } from './platform/every.ts'
import { refuseOpenListening } from './platform/listen.ts'
import type { Log } from './platform/log.ts'
import { openPostgres } from './platform/postgres.ts'
import { removeRunning, writeRunning } from './platform/running.ts'
import { readOrMakeKey } from './platform/secrets.ts'
import type { Services } from './platform/services.ts'
import { openSite } from './platform/site.ts'
import { openVault } from './platform/vault.ts'

/** How often open reports are looked through for those whose time is over. They are refused from the moment itself. */
const expiryPauseMs = 60_000
/** How often accounts are looked through for long disuse. A sign-in finds its own at once. */
const unusedPauseMs = 3_600_000

/** How often clocks are looked through. A change of an agency's table shows on its board after this time at most. */
const clockPauseMs = 2_000

/** How often it is looked whether the nightly scrub is due, and whether an operator has added a key. */
const keepingPauseMs = 600_000
/** How often it is looked for a destruction that was approved and not finished: at the start, and then rarely. */
const destructionPauseMs = 60_000
/** How often files are looked for that wait for their picture hash. */
const picturePauseMs = 500

export type ServerOptions = {
  /** The one folder that holds everything: database, evidence, keys. */
  dataDir: string
  /** 0 takes any free port. */
  port: number
  host: string
  /** The operator's PostgreSQL; the embedded one when absent. */
  databaseUrl?: string | undefined
  /** Whether demonstration people may be signed in as. Loopback only. */
  demo: boolean
  /** The operator's own location database and range table. */
  locationDatabase?: string | undefined
  rangeTable?: string | undefined
  /** Of which files picture hashes may be computed: off where nothing is said, since the law of it is not settled. */
  pictureHashes?: PictureSetting | undefined
  /** The ledger's name, such as `example.org/ledger`; read when its key is made, and then for ever the same. */
  ledgerOrigin?: string | undefined
  /** The address under which browsers reach the server: passkeys belong to its name. `http://localhost:PORT` when absent. */
  publicUrl?: string | undefined
  /** Shown before sign-in, in the deployment's own words. */
  useNotice?: string | undefined
  /** The time; another one than the machine's for tests that move it. The pipeline keeps the machine's. */
  clock?: (() => Date) | undefined
  /** The listener's own certificate and key (PEM), looked at again every few seconds and at SIGHUP. */
  tls?: CertificateFiles | undefined
  /** Addresses or networks of the proxies whose forwarded headers are believed. */
  proxies?: readonly string[] | undefined
  /** Calls of one signed-in person a minute; the usual limit when absent. */
  callsPerMinuteOfPerson?: number | undefined
  /** Bytes of one uploaded file; the usual limit when absent. */
  uploadBytesMax?: number | undefined
  /** Whether the database may be reached in the clear over a network that the operator protects otherwise. */
  plainDatabase?: boolean | undefined
  /** The owner of the schema, where `databaseUrl` is a login of no rights of its own. */
  databaseOwnerUrl?: string | undefined
  log: Log
}

export type RunningServer = {
  /** `http://127.0.0.1:4010` */
  address: string
  /** One line on the database in use. */
  database: string
  stop(): Promise<void>
}

/** Starts everything; when it resolves, reports are taken. @throws Error with one sentence on what to do */
export const startServer = async (options: ServerOptions): Promise<RunningServer> => {
  refuseOpenListening(options)
  await mkdir(options.dataDir, { recursive: true, mode: 0o755 })
  const closers: (() => Promise<void>)[] = []
  const stop = async (): Promise<void> => {
    for (const close of closers.splice(0).toReversed()) await close()
  }
  try {
    const postgres = await openPostgres(options.dataDir, options, options.log)
    closers.push(() => postgres.stop())
    let address = ''
    const { services, pipelineReady } = await openServices(options, postgres.url, closers, () => address)
    const certificate = options.tls && (await readCertificate(options.tls))
    const app = await composeApp(services, { certificate, proxies: options.proxies ?? [] })
    closers.push(() => app.close())
    if (options.tls && certificate) {
      const use = (renewed: Certificate): void => useCertificate(app.server, renewed)
      const kept = keepCertificate(options.tls, certificate, options.log, use)
      closers.push(() => kept.stop())
    }
    await pipelineReady
    address = await app.listen({ port: options.port, host: options.host })
    await writeRunning(options.dataDir, { pid: process.pid, address, databaseUrl: postgres.url })
    closers.push(() => removeRunning(options.dataDir))
    flushCompileCache()
    return { address, database: postgres.about, stop }
  } catch (error) {
    await stop()
    throw error
  }
}

const openServices = async (
  options: ServerOptions,
  databaseUrl: string,
  closers: (() => Promise<void>)[],
  listening: () => string,
): Promise<{ services: Services; pipelineReady: Promise<void> }> => {
  const { log, dataDir } = options
  const now = options.clock ?? ((): Date => new Date())
  const database = openDatabase(databaseUrl)
  closers.push(() => database.close())
  const vault = await openVault(dataDir)
  closers.push(() => vault.close())
  const base = { database, log, now }
  const policies = await openPolicyBook(base)
  await openDirectory(base)
  if (options.demo) await ensureDemoPeople(base)
  const pipeline = startPipelineThread(
    {
      logLevel: log.level,
      databaseUrl,
      dataDir,
      demo: options.demo,
      locationDatabase: options.locationDatabase,
      rangeTable: options.rangeTable,
      pictureHashes: options.pictureHashes ?? 'off',
    },
    log,
  )
  closers.push(() => pipeline.stop())
  const ledgerKey = await readOrMakeLedgerKey(dataDir, options.ledgerOrigin)
  const ledger = keepLedger({ ...base, ledgerKey })
  closers.push(() => ledger.stop())
  const { verifier, lastSignedPath } = ledgerKey
  const verifications = openVerifications(base, { databaseUrl, verifier, lastSignedPath })
  closers.push(() => verifications.close())
  const stopScrub = new AbortController()
  let isStart = true
  const keeping = every(keepingPauseMs, 'keeping of evidence', log, async () => {
    // Not while the server starts: everybody waits for something else then.
    if (isStart) {
      isStart = false
      return
    }
    await vault.reloadKeys()
    await scrubWhenDue({ ...base, vault }, stopScrub.signal)
  })
  closers.push(async () => {
    stopScrub.abort()
    await keeping.stop()
  })
  const destructions = every(destructionPauseMs, 'destructions that were interrupted', log, () =>
    finishDestructions({ ...base, vault }),
  )
  closers.push(() => destructions.stop())
  const expiry = every(expiryPauseMs, 'expiry of open reports', log, () => expireReports(base))
  closers.push(() => expiry.stop())
  const clocks = every(clockPauseMs, 'clocks that passed or are to be worked out anew', log, () =>
    sweepClocks(base),
  )
  closers.push(() => clocks.stop())
  const callMeter = openCallMeter(base)
  closers.push(() => callMeter.stop())
  const refusedLogins = openRefusedLogins(base)
  closers.push(() => refusedLogins.stop())
  const unused = every(unusedPauseMs, 'disabling of unused accounts', log, () => sweepAccounts(base))
  closers.push(() => unused.stop())
  const { publicUrl, useNotice: notice } = options
  const site = openSite({ publicUrl, notice, key: await readOrMakeKey(dataDir, 'sign-in') }, listening)
  const wakePipeline = (): void => pipeline.wake()
  const setting = options.pictureHashes ?? 'off'
  if (setting !== 'off') {
    const pictures = pictureJob({ ...base, vault, wakePipeline }, setting)
    const repeated = every(picturePauseMs, 'picture hashes', log, () => pictures.work())
    closers.push(() => repeated.stop())
  }
  const services = {
    ...base,
    vault,
    policies,
    law: await openLawBook(),
    checklists: await openChecklistBook(),
    credentialKey: await readOrMakeKey(dataDir, 'credentials'),
    callMeter,
    refusedLogins,
    uploadBytesMax: options.uploadBytesMax ?? uploadBytesMaxUsual,
    personPace: openPersonPace(options.callsPerMinuteOfPerson),
    ledgerKey,
    verifications,
    demo: options.demo,
    site,
    credits: await readCredits(),
    wakePipeline,
  }
  return { services, pipelineReady: pipeline.ready }
}

const composeApp = async (services: Services, door: Door): Promise<FastifyInstance> => {
  const app = await makeApp(services, door)
  healthRoutes(app, services)
  openApiRoute(app)
  await app.register((reporting) => reportingRoutes(reporting, services), { prefix: '/ispws' })
  await app.register((receipts) => receiptRoutes(receipts, services), { prefix: '/ispws-ext' })
  peopleRoutes(app, services)
  tipRoutes(app, services)
  decisionRoutes(app, services)
  clockRoutes(app, services)
  caseRoutes(app, services)
  outcomeRoutes(app, services)
  affiliateRoutes(app, services)
  samplingRoutes(app, services)
  statisticsRoutes(app, services)
  documentRoutes(app, services)
  reportRoutes(app, services)
  fileRoutes(app, services)
  await importRoutes(app, services)
  agencyRoutes(app, services)
  routingRoutes(app, services)
  policyRoutes(app, services)
  lawRoutes(app, services)
  checklistRoutes(app, services)
  agencyRuleRoutes(app, services)
  providerRoutes(app, services)
  creditRoutes(app, services)
  ledgerRoutes(app, services)
  auditorRoutes(app, services)
  await deskFiles(app)
  return app
}
