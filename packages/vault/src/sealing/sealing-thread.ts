/**
 * The entry of a sealing thread: hashes and seals large objects away from the thread that answers requests.
 * It touches no file and no network; it gets plaintext and gives back sealed bytes.
 */
import { parentPort } from 'node:worker_threads'
import { joinPieces } from './join-pieces.ts'
import type { SealingReply, SealingRequest } from './messages.ts'
import { type ObjectSealer, objectSealer } from './seal-object.ts'

if (parentPort === null) throw new Error('This file is the entry of a worker thread.')
const port = parentPort

interface Job {
  sealer: ObjectSealer
  dataKey: Uint8Array
}

const jobs = new Map<number, Job>()

port.on('message', (request: SealingRequest) => {
  try {
    handle(request)
  } catch (error) {
    endJob(request.jobId)
    reply({
      kind: 'failed',
      jobId: request.jobId,
      message: error instanceof Error ? error.message : String(error),
    })
  }
})

function handle(request: SealingRequest): void {
  const { jobId } = request
  switch (request.kind) {
    case 'begin': {
      const { dataKey, objectId } = request
      jobs.set(jobId, { sealer: objectSealer(dataKey, objectId), dataKey })
      return
    }
    case 'batch':
      sealBatch(jobId, request.plaintext, request.isLast)
      return
    case 'abandon':
      endJob(jobId)
      return
  }
}

function sealBatch(jobId: number, plaintext: Uint8Array, isLast: boolean): void {
  const sealer = jobs.get(jobId)?.sealer
  if (sealer === undefined) throw new Error(`There is no sealing job ${jobId}.`)
  const pieces = sealer.push(plaintext)
  if (isLast) pieces.push(...sealer.end())
  const sealed = joinPieces(pieces)
  for (const spent of [plaintext, ...pieces]) release(spent)
  if (isLast) endJob(jobId)
  reply({ kind: 'sealed', jobId, sealed, tally: isLast ? sealer.tally() : undefined })
}

/**
 * Frees a piece's memory now. Left to the garbage collector, which sees small objects and not the memory behind
 * them, it came to 60 MB and more during one large upload.
 */
function release({ buffer, byteLength }: Uint8Array): void {
  if (buffer instanceof ArrayBuffer && buffer.byteLength === byteLength) buffer.transfer(0)
}

function endJob(jobId: number): void {
  jobs.get(jobId)?.dataKey.fill(0)
  jobs.delete(jobId)
}

function reply(message: SealingReply): void {
  port.postMessage(message, message.kind === 'sealed' ? [message.sealed.buffer] : [])
}
