/**
 * Every limit of the ledger, each with its reason. A value at the limit is accepted.
 */

/** tlog-tiles writes an entry's length as a uint16; we stay far below, since an entry carries ids and hashes only. */
export const ENTRY_BYTES_MAX = 16_384

/** A reason is one or two sentences chosen or typed by a person, never a narrative. */
export const REASON_CHARS_MAX = 500

/** Ids are UUIDs, numbers or short names; a hash in hexadecimal is 64 or 128 characters. */
export const ID_CHARS_MAX = 256

/** An event name such as `tips.decide` is read by people in a list. */
export const NAME_CHARS_MAX = 96

/** Details are ids, hashes and counts that belong to one act. */
export const DETAILS_MAX = 64
export const DETAIL_CHARS_MAX = 1_024

/** Hashes in a full tile and entries in a full bundle (tlog-tiles, "Merkle Tree": height 8). */
export const TILE_WIDTH = 256
export const TILE_HEIGHT = 8

/** SHA-256. */
export const HASH_BYTES = 32

/** Sizes and indexes are exact as a double up to 2^53; 2^48 entries are 280 million million. */
export const LOG_SIZE_MAX = 2 ** 48

/** signed-note: verifiers must accept at least 16 signatures and should limit their number. */
export const NOTE_SIGNATURES_MAX = 64

/** Room for 64 signatures, of which some may be post-quantum at nearly 5 kB each. */
export const NOTE_BYTES_MAX = 131_072

/** An inclusion proof has at most one hash a level: 48 levels at `LOG_SIZE_MAX`. */
export const PROOF_HASHES_MAX = 48

/** A receipt is a note, an entry in base64 and a proof. */
export const RECEIPT_CHARS_MAX = NOTE_BYTES_MAX + 2 * ENTRY_BYTES_MAX + 64 * PROOF_HASHES_MAX

/** A statement names a file, its hashes, the order and the people: some twenty lines, of which one holds a person's words. */
export const CERTIFICATE_STATEMENT_CHARS_MAX = 16_384
