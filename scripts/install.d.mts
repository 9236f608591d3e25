/** Why the dependencies must be installed, or null if they are as locked. */
export function installNeeded(folder: string): 'missing' | 'older than package-lock.json' | null
