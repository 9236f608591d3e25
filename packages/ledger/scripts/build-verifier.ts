import { execFileSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { stripTypeScriptTypes } from 'node:module'
import { fileURLToPath } from 'node:url'

/**
 * The plain-JavaScript verifier, made from `src/verify-cli.ts` by taking the types out. It is committed, so that an
 * auditor can run and read one file with any Node from 20 on; a test holds the two together.
 */
export function plainVerifier(): string {
  const source = readFileSync(here('../src/verify-cli.ts'), 'utf8')
  const script = `#!/usr/bin/env node\n// Made from src/verify-cli.ts by scripts/build-verifier.ts.\n${stripTypeScriptTypes(source)}`
  const biome = here('../../../node_modules/@biomejs/biome/bin/biome')
  return execFileSync(
    process.execPath,
    [biome, 'format', '--stdin-file-path=packages/ledger/bin/verify-ledger.mjs'],
    {
      input: script,
      cwd: here('../../..'),
      encoding: 'utf8',
    },
  )
}

export const verifierPath = here('../bin/verify-ledger.mjs')

function here(path: string): string {
  return fileURLToPath(new URL(path, import.meta.url))
}

if (import.meta.main) writeFileSync(verifierPath, plainVerifier(), { mode: 0o755 })
