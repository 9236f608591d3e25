import assert from 'node:assert/strict'
import { createServer } from 'node:net'
import test from 'node:test'
import { emptyReport } from '@opentipline/contract'
import { createReportingClient } from './create-client.ts'
import { FilingError } from './file-report.ts'
import { ReportingError } from './reporting-error.ts'
import {
  answer,
  answerDone,
  type Handler,
  type Seen,
  type TestServer,
  withServer,
} from './test-server.fixture.ts'

const report = emptyReport('reporting-xml')
const bytes = new Uint8Array(1000)

const failureOf = async (promise: Promise<unknown>): Promise<ReportingError> => {
  try {
    await promise
  } catch (error) {
    assert.ok(error instanceof ReportingError, String(error))
    return error
  }
  return assert.fail('the call succeeded')
}

/** Answers the n-th request by the n-th handler, and all further ones by the last. */
const inTurn = (...handlers: Handler[]): Handler => {
  let turn = 0
  return (seen, response) => {
    const handler = handlers[Math.min(turn, handlers.length - 1)]
    turn += 1
    handler?.(seen, response)
  }
}

const paths = (seen: Seen[]): string[] => seen.map(({ path }) => path.replace('/ispws', ''))
const refuse =
  (status: number, code: number, description: string): Handler =>
  (_, response) =>
    answer(response, status, { code, description })
const opened: Handler = (_, response) => answer(response, 200, { reportId: '900000017' })
const hangUp: Handler = (_, response) => response.destroy()
const serverError = refuse(500, 1000, 'Server error')

const willing: Handler = (seen, response) =>
  seen.path.endsWith('/finish')
    ? answerDone(response, '900000017', [])
    : answer(response, 200, { reportId: '900000017', fileId: 'aabb' })

const bare =
  (status: number): Handler =>
  (_, response) => {
    response.writeHead(status)
    response.end('<html>bad gateway</html>')
  }

async function* oneChunk(): AsyncGenerator<Uint8Array> {
  yield bytes
}

async function* broken(): AsyncGenerator<Uint8Array> {
  yield bytes
  throw new Error('synthetic disk failure')
}

const limited =
  (after: string): Handler =>
  (_, response) => {
    response.setHeader('retry-after', after)
    answer(response, 429, { code: 1000, description: 'Too many requests' })
  }

const empty: Handler = (_, response) => {
  response.end('<html>welcome</html>')
}

const other: Handler = (_, response) =>
  answer(response, 200, { reportId: '1', fileId: 'aabb', hash: '0'.repeat(31) + 'a' })

const refusesUploads: Handler = (seen, response) =>
  seen.path.endsWith('/upload')
    ? answer(response, 400, { code: 4200, description: 'no' })
    : opened(seen, response)

const losesFinish: Handler = (seen, response) =>
  seen.path.endsWith('/finish') ? response.destroy() : opened(seen, response)

const onlyOpens: Handler = (seen, response) =>
  seen.path.endsWith('/submit')
    ? opened(seen, response)
    : answer(response, 403, { code: 3300, description: 'no' })

const calls: Record<string, (server: TestServer) => Promise<unknown>> = {
  submit: ({ client }) => client().submit(report),
  upload: ({ client }) => client().upload('900000017', bytes),
  fileInfo: ({ client }) => client().fileInfoXml('<fileDetails/>'),
  finish: ({ client }) => client().finish('900000017'),
  retract: ({ client }) => client().retract('900000017'),
}

test('a refusal carries code, description, status and request id, and is not repeated', async () => {
  for (const [name, call] of Object.entries(calls)) {
    await withServer(refuse(400, 4100, 'Validation failed\n[1,17] - synthetic'), async (server) => {
      const failure = await failureOf(call(server))
      assert.equal(failure.outcome, 'refused', name)
      assert.equal(failure.code, 4100)
      assert.match(failure.description, /\[1,17\] - synthetic/)
      assert.equal(failure.httpStatus, 400)
      assert.equal(failure.requestId, 'request-17')
      assert.equal(server.seen.length, 1)
    })
  }
})

test('a server error means that nothing was stored, and every call is repeated', async () => {
  for (const [name, call] of Object.entries(calls)) {
    await withServer(inTurn(serverError, serverError, willing), async (server) => {
      await call(server)
      assert.equal(server.seen.length, 3, name)
    })
  }
})

test('the repetitions end, and the error counts them', async () => {
  await withServer(serverError, async ({ client, seen }) => {
    const failure = await failureOf(client({ retries: 2 }).submit(report))
    assert.equal(failure.outcome, 'not stored')
    assert.equal(failure.attempts, 3)
    assert.equal(seen.length, 3)
  })
})

test('a submission whose connection breaks after sending is not repeated and its outcome is unknown', async () => {
  await withServer(hangUp, async ({ client, seen }) => {
    const failure = await failureOf(client().submit(report))
    assert.equal(failure.outcome, 'unknown')
    assert.equal(seen.length, 1)
  })
})

test('an upload or a description whose connection breaks after sending is not repeated either', async () => {
  await withServer(hangUp, async ({ client, seen }) => {
    assert.equal((await failureOf(client().upload('1', bytes))).outcome, 'unknown')
    assert.equal((await failureOf(client().fileInfoXml('<fileDetails/>'))).outcome, 'unknown')
    assert.equal(seen.length, 2)
  })
})

test('an answer that never comes ends in a timeout of unknown outcome', async () => {
  await withServer(
    () => undefined,
    async ({ client, seen }) => {
      const failure = await failureOf(client({ timeoutMs: 100 }).submit(report))
      assert.equal(failure.outcome, 'unknown')
      assert.equal(seen.length, 1)
    },
  )
})

test('a gateway that gave up leaves a submission unknown, a 5xx of the server does not', async () => {
  await withServer(bare(504), async ({ client, seen }) => {
    assert.equal((await failureOf(client().submit(report))).outcome, 'unknown')
    assert.equal(seen.length, 1)
  })
  await withServer(refuse(504, 1000, 'Server error'), async ({ client }) => {
    assert.equal((await failureOf(client({ retries: 0 }).submit(report))).outcome, 'not stored')
  })
  await withServer(bare(503), async ({ client, seen }) => {
    assert.equal((await failureOf(client({ retries: 1 }).submit(report))).outcome, 'not stored')
    assert.equal(seen.length, 2)
  })
})

test('a refused connection stored nothing, and even a stream that is read once is sent when it stands again', async () => {
  const blocker = createServer()
  const port = await new Promise<number>((resolve) => {
    blocker.listen(0, '127.0.0.1', () => {
      const address = blocker.address()
      resolve(typeof address === 'object' && address !== null ? address.port : 0)
    })
  })
  await new Promise((resolve) => blocker.close(resolve))
  let reads = 0
  async function* stream(): AsyncGenerator<Uint8Array> {
    reads += 1
    yield bytes
  }
  const baseUrl = `http://127.0.0.1:${port}/ispws`
  const client = createReportingClient({ baseUrl, username: 'a', password: 'b', retries: 2, retryDelayMs: 1 })
  for (const call of [client.submit(report), client.upload('1', stream())]) {
    const failure = await failureOf(call)
    assert.equal(failure.outcome, 'not stored')
    assert.equal(failure.attempts, 3)
  }
  assert.equal(reads, 0)
  client.close()
})

test('a stream that was begun is not sent a second time; a source that can be opened again is', async () => {
  await withServer(serverError, async ({ client, seen }) => {
    const failure = await failureOf(client({ retries: 2 }).upload('1', oneChunk()))
    assert.equal(failure.outcome, 'not stored')
    assert.equal(seen.length, 1)
    assert.equal((await failureOf(client({ retries: 2 }).upload('1', oneChunk))).attempts, 3)
    assert.equal(seen.length, 4)
  })
})

test('a source that fails leaves an unfinished request, which stores nothing', async () => {
  await withServer(opened, async ({ client, seen }) => {
    const failure = await failureOf(client({ retries: 0 }).upload('1', broken()))
    assert.equal(failure.outcome, 'not stored')
    assert.match(String(failure.cause instanceof Error && failure.cause.cause), /synthetic disk failure/)
    assert.equal(seen.length, 0)
  })
})

test('an early refusal of a large upload is read although the body was not taken', async () => {
  const { createServer: createHttpServer } = await import('node:http')
  const server = createHttpServer((_, response) =>
    answer(response, 409, { code: 5102, description: 'finished' }),
  )
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  const port = typeof address === 'object' ? address?.port : 0
  const client = createReportingClient({
    baseUrl: `http://127.0.0.1:${port}/ispws`,
    username: 'a',
    password: 'b',
  })
  const source = Promise.withResolvers<void>()
  async function* endless(): AsyncGenerator<Uint8Array> {
    try {
      for (;;) yield new Uint8Array(65_536)
    } finally {
      source.resolve()
    }
  }
  const failure = await failureOf(client.upload('1', endless()))
  assert.equal(failure.code, 5102)
  assert.equal(failure.outcome, 'refused')
  // Were the source left open, this would never resolve and the runner would say so.
  await source.promise
  client.close()
  server.closeAllConnections()
  server.close()
})

test('a short Retry-After is waited for, and a long one is told', async () => {
  await withServer(inTurn(limited('0'), opened), async ({ client, seen }) => {
    await client().submit(report)
    assert.equal(seen.length, 2)
  })
  await withServer(limited('86400'), async ({ client, seen }) => {
    const failure = await failureOf(client().submit(report))
    assert.equal(failure.retryAfterMs, 86_400_000)
    assert.equal(failure.outcome, 'not stored')
    assert.equal(seen.length, 1)
  })
})

test('a non-zero code with HTTP 200 is a failure', async () => {
  await withServer(refuse(200, 5001, 'Report does not exist'), async ({ client }) => {
    for (const call of [client().finish('1'), client().retract('1'), client().submit(report)]) {
      const failure = await failureOf(call)
      assert.equal(failure.code, 5001)
      assert.equal(failure.outcome, 'refused')
    }
  })
})

test('a success without the promised content has an unknown outcome', async () => {
  await withServer(empty, async (server) => {
    for (const [name, call] of Object.entries(calls))
      assert.equal((await failureOf(call(server))).outcome, 'unknown', name)
  })
})

test('an upload whose MD5 differs from what was sent is an error', async () => {
  await withServer(other, async ({ client }) => {
    assert.match((await failureOf(client().upload('1', bytes))).description, /other bytes/)
    assert.equal((await client().upload('1', bytes, { verify: false })).verified, 'not compared')
  })
})

test('a finish whose answer was lost is repeated, and "already finished" says that it is filed', async () => {
  await withServer(inTurn(hangUp, refuse(409, 5102, 'Report already finished')), async ({ client, seen }) => {
    assert.deepEqual(await client().finish('900000017'), { state: 'already finished' })
    assert.equal(seen.length, 2)
  })
})

test('a finish of a retracted report is refused', async () => {
  await withServer(refuse(409, 5101, 'Report already retracted'), async ({ client }) => {
    const failure = await failureOf(client().finish('900000017'))
    assert.equal(failure.code, 5101)
    assert.equal(failure.outcome, 'refused')
  })
})

test('retract tells the three states apart', async () => {
  const turns = inTurn(
    opened,
    hangUp,
    refuse(409, 5101, 'Report already retracted'),
    refuse(409, 5102, 'Report already finished'),
  )
  await withServer(turns, async ({ client, seen }) => {
    const one = client()
    assert.deepEqual(await one.retract('1'), { state: 'retracted' })
    assert.deepEqual(await one.retract('1'), { state: 'already retracted' })
    assert.deepEqual(await one.retract('1'), { state: 'already finished' })
    assert.equal(seen.length, 4)
  })
})

test('an unknown attempt followed by failures that stored nothing stays unknown', async () => {
  await withServer(inTurn(hangUp, serverError), async ({ client }) => {
    assert.equal((await failureOf(client({ retries: 2 }).finish('1'))).outcome, 'unknown')
  })
})

const filingFailure = async (promise: Promise<unknown>): Promise<FilingError> => {
  try {
    await promise
  } catch (error) {
    assert.ok(error instanceof FilingError, String(error))
    return error
  }
  return assert.fail('it was filed')
}

test('a report that cannot be completed is withdrawn', async () => {
  await withServer(refusesUploads, async ({ client, seen }) => {
    const failure = await filingFailure(client().fileReport(report, [{ source: bytes }]))
    assert.equal(failure.left, 'retracted')
    assert.equal(failure.reportId, '900000017')
    assert.ok(failure.cause instanceof ReportingError && failure.cause.code === 4200)
    assert.deepEqual(paths(seen), ['/submit', '/upload', '/retract'])
  })
})

test('a report whose finish stays unknown is not withdrawn', async () => {
  await withServer(losesFinish, async ({ client, seen }) => {
    const failure = await filingFailure(client({ retries: 1 }).fileReport(report))
    assert.equal(failure.left, 'unknown')
    assert.deepEqual(paths(seen), ['/submit', '/finish', '/finish'])
  })
})

test('a report that cannot be withdrawn either is told to be open', async () => {
  await withServer(onlyOpens, async ({ client }) => {
    assert.equal((await filingFailure(client().fileReport(report))).left, 'open')
  })
})
