import { enableCompileCache } from 'node:module'
import { join } from 'node:path'

// Compiling the sources takes half of a command's time. The cache lies with the dependencies, not in the system's shared
// temporary folder, where another account could put code into it. Where it cannot be written, all goes on without.
// It is named in the environment, so that the server's threads use it too.
process.env.NODE_COMPILE_CACHE ??= join(import.meta.dirname, '../../../node_modules/.cache/tipline')
enableCompileCache()

// Only what is imported after the line above is cached.
const { runWords } = await import('./run.ts')
process.exitCode = await runWords(process.argv.slice(2))
