/** Builds the desk if its sources have changed; one sentence on what went wrong, or null. */
export function ensureDesk(say?: (line: string) => void): string | null
