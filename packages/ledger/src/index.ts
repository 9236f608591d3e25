export {
  type CertificateVerdict,
  formatStatement,
  makeCertificate,
  statementHash,
  verifyCertificate,
} from './certificate/certificate.ts'
export { type Checkpoint, formatCheckpoint, parseCheckpoint } from './checkpoint/format.ts'
export { acceptCosignature, cosignCheckpoint, type CosignatureVerdict } from './checkpoint/cosign.ts'
export {
  type CheckpointTrust,
  type CheckpointVerdict,
  type Cosigned,
  openCheckpoint,
} from './checkpoint/open.ts'
export { signCheckpoint } from './checkpoint/sign.ts'
export { decodeEntry } from './entry/decode.ts'
export { encodeEntry } from './entry/encode.ts'
export type { LedgerActor, LedgerDetails, LedgerEntry, LedgerObject, LedgerOutcome } from './entry/entry.ts'
export { LedgerError, type LedgerErrorCode } from './error.ts'
export * from './limits.ts'
export { verifyConsistency } from './merkle/consistency.ts'
export { appendLeaves, EMPTY_FRONTIER, type Frontier, frontierOf, frontierRoot } from './merkle/frontier.ts'
export { EMPTY_ROOT, type Hash, leafHash, nodeHash } from './merkle/hash.ts'
export { verifyInclusion } from './merkle/inclusion.ts'
export { rootOfHashes } from './merkle/range.ts'
export {
  formatVerifierKey,
  generateKey,
  type NoteKeyUse,
  parseSignerKey,
  parseVerifierKey,
  type SignerKey,
  type VerifierKey,
} from './note/key.ts'
export { type NoteSignature, type ParsedNote, parseNote } from './note/parse.ts'
export { signNote } from './note/sign.ts'
export { type GoodSignature, type NoteVerdict, verifyNote } from './note/verify.ts'
export { parseReceipt, type ReceiptParts } from './receipt/format.ts'
export { makeReceipt } from './receipt/make.ts'
export { type ReceiptVerdict, verifyReceipt } from './receipt/verify.ts'
export { decodeBundle, encodeBundle } from './tiles/bundle.ts'
export { EMPTY_EDGE, edgeRoot, growLog, type LogEdge, type LogFile, readEdge } from './tiles/grow.ts'
export { parseTilePath, type TileId, tilePath, tilesOf } from './tiles/path.ts'
export { proveConsistency, proveInclusion, readRoot } from './tiles/prove.ts'
export { readBundle, readEntryBytes, type ReadTile } from './tiles/read.ts'
export { logReader, verifyLog } from './verify-cli.ts'
export type { LogProblem, ReadLogFile, VerifyOptions, VerifyReport } from './verify-report.ts'
