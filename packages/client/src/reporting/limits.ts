/** Bounds and defaults of the reporting client. */
export const reportingLimits = {
  /** Milliseconds without a byte in either direction. The server answers an upload once its last byte is stored. */
  timeoutMs: 120_000,
  /** Repetitions after the first attempt, of calls that may be repeated. */
  retries: 4,
  /** Milliseconds before the first repetition; each further one waits twice as long, with up to half taken off. */
  retryDelayMs: 250,
  retryDelayMsMax: 15_000,
  /** A longer Retry-After is not waited for: the caller is told instead. */
  retryAfterMsMax: 120_000,
  /** Connections to one server. Parallel uploads to one report are allowed; more than this only queue there. */
  connectionsMax: 64,
  /** Bytes in memory up to which an upload is sent in one piece: four times as fast as in parts. */
  wholeUploadBytesMax: 1024 * 1024,
  /** Bytes of an answer. Answers are small; the schema document is the largest. */
  answerBytesMax: 4 * 1024 * 1024,
} as const
