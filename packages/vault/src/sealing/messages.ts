import type { Tally } from './seal-object.ts'

/** To a sealing thread. Messages of one job come in order; its batches are answered in order. */
export type SealingRequest =
  | { kind: 'begin'; jobId: number; objectId: string; dataKey: Uint8Array }
  | { kind: 'batch'; jobId: number; plaintext: Uint8Array<ArrayBuffer>; isLast: boolean }
  | { kind: 'abandon'; jobId: number }

/** From a sealing thread: one answer to each batch. The tally comes with the last. */
export type SealingReply =
  | { kind: 'sealed'; jobId: number; sealed: Uint8Array<ArrayBuffer>; tally: Tally | undefined }
  | { kind: 'failed'; jobId: number; message: string }
