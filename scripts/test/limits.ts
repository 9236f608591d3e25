/** The limits of the test command. Every one has its reason. */

/** A test file is one process. The slowest (ten thousand calls of anybody's, beside two other files) takes half of this. */
export const fileTimeoutMs = 5 * 60_000
/** The longest journey opens every page in every state; on a shared machine that takes half of this. */
export const journeyFileTimeoutMs = 10 * 60_000
/** The fault tests end a server a hundred times, on both databases at once: twenty minutes on a machine that others use too. */
export const faultFileTimeoutMs = 30 * 60_000
/** Vitest runs all the desk's tests in one process. */
export const deskTimeoutMs = 5 * 60_000
/** Lines of a failed file's own output that are shown: the end, where the reason is. */
export const outputLinesMax = 80
/** A package manager that waits for another to finish must not wait for ever. */
export const packageManagerTimeoutMs = 10 * 60_000
