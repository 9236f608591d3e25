import { chmod, mkdtemp, rm, symlink } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestContext } from 'node:test'

const repository = join(import.meta.dirname, '../..')

/** A folder to work in, where `npx` finds this project's command as it does in the repository. */
export const workFolder = async (t: TestContext): Promise<string> => {
  const folder = await mkdtemp(join(tmpdir(), 'tipline-guide-'))
  t.after(() => rm(folder, { recursive: true, force: true }))
  // Where we are root, PostgreSQL runs as somebody else, who must get in.
  await chmod(folder, 0o755)
  await symlink(join(repository, 'node_modules'), join(folder, 'node_modules'))
  return folder
}
