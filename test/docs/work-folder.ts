import { chmod, mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestContext } from 'node:test'

const repository = join(import.meta.dirname, '../..')

/** What `npx` does where the command is there already; npm itself takes longer to start than most of what a guide runs. */
const shortNpx = '#!/bin/sh\nname=$1\nshift\nexec "$(dirname "$0")/../node_modules/.bin/$name" "$@"\n'

/**
 * A folder to work in, where this project's commands and files are found as in the repository. `npx` is a short one, which finds the same
 * commands; one guide is run with npm's.
 */
export const workFolder = async (
  t: TestContext,
  npx: 'short npx' | 'npx of npm' = 'short npx',
): Promise<string> => {
  const folder = await mkdtemp(join(tmpdir(), 'tipline-guide-'))
  t.after(() => rm(folder, { recursive: true, force: true }))
  // Where we are root, PostgreSQL runs as somebody else, who must get in.
  await chmod(folder, 0o755)
  for (const name of ['node_modules', 'packages']) await symlink(join(repository, name), join(folder, name))
  await mkdir(join(folder, 'bin'))
  if (npx === 'short npx') await writeFile(join(folder, 'bin', 'npx'), shortNpx, { mode: 0o755 })
  return folder
}
