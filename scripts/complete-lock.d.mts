type Lock = {
  packages: Record<
    string,
    {
      version?: string
      optionalDependencies?: Record<string, string>
      dev?: boolean
      optional?: boolean
      os?: string[]
    }
  >
}

/** The optional dependencies that a lock names but does not hold. */
export function missingOptional(lock: Lock): { name: string; version: string; dev: boolean }[]
/** The platform that a package's name tells. */
export function platformOf(name: string): { os: string[]; cpu?: string[]; libc?: string[] }
/** The same lock with every optional dependency present, and those added. */
export function completeLock(lock: Lock): { lock: Lock; added: { name: string }[] }
