import { chmod, mkdtemp, rm, symlink } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestContext } from 'node:test'

const repository = join(import.meta.dirname, '../..')

/** A folder to work in, where this project's commands and files are found as in the repository. */
export const workFolder = async (t: TestContext): Promise<string> => {
  const folder = await mkdtemp(join(tmpdir(), 'tipline-guide-'))
  t.after(() => rm(folder, { recursive: true, force: true }))
  // Where we are root, PostgreSQL runs as somebody else, who must get in.
  await chmod(folder, 0o755)
  for (const name of ['node_modules', 'packages']) await symlink(join(repository, name), join(folder, name))
  return folder
}
