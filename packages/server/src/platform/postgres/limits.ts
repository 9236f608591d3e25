/** The limits of the supervisor of the embedded PostgreSQL. Every one has its reason. */

/** Recovery after a power cut replays at most `max_wal_size` (2 GB), which takes well under this on a slow disk. */
export const readyTimeoutMs = 120_000
/** How often we look whether the server is ready: short, because a restart takes about 30 ms. */
export const readyPollMs = 10
/** A fast shutdown writes a checkpoint; this is the longest we let that take before we ask for an immediate one. */
export const stopTimeoutMs = 60_000
/** An immediate shutdown writes nothing, so it only needs the time to end the processes. */
export const immediateStopTimeoutMs = 10_000
/** First pause before a crashed server is started again; it doubles with each further crash. */
export const restartDelayMs = 200
/** The longest pause between restarts: long enough to spare the disk, short enough that a repaired fault heals soon. */
export const restartDelayMaxMs = 10_000
/** A server that has run this long is healthy again, and the next crash starts at the first pause. */
export const healthyAfterMs = 60_000
/** How often we look whether an adopted server (no child of ours, so no exit event) still runs. */
export const adoptedPollMs = 500
/** Longest wait for one connection or query by which we look at a server we found running. */
export const probeTimeoutMs = 5_000
/** The server's log is put aside when it is larger than this at a start, so that two such files are the most there is. */
export const logBytesMax = 10 * 1024 * 1024
/** How much of the end of the server's log an error message carries. */
export const logTailBytes = 2_000
/** A Unix socket's path has at most 107 bytes on Linux and 103 on macOS (`sun_path`, less its closing zero). */
export const socketPathBytesMax = process.platform === 'darwin' ? 103 : 107
/** Connections beside the pool of the server: the worker, the command line, a person with psql. */
export const connectionsMax = 100
