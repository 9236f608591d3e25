/** The optional dependencies that a lock names but does not hold. */
export function missingOptional(lock: {
  packages: Record<string, { optionalDependencies?: Record<string, string>; dev?: boolean }>
}): { name: string; version: string; dev: boolean }[]
