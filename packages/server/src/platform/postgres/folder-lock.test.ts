import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { lockFolder } from './folder-lock.ts'

test('a folder is locked against this process and others until it is released', (t) => {
  const folder = mkdtempSync(join(tmpdir(), 'tl-'))
  t.after(() => rmSync(folder, { recursive: true }))
  const file = join(folder, 'lock')
  const release = lockFolder(file, folder)
  assert.throws(() => lockFolder(file, folder), { code: 'in use' })
  assert.match(lockInAnotherProcess(file), /in use by another OpenTipline/)
  release()
  release()
  assert.equal(lockInAnotherProcess(file), '')
})

/** The other process ends by SIGKILL while it holds the lock, which must not leave the folder locked. */
const lockInAnotherProcess = (file: string): string => {
  const module = new URL('./folder-lock.ts', import.meta.url).href
  const script = `import { lockFolder } from '${module}'; lockFolder('${file}', 'x'); process.kill(process.pid, 'SIGKILL')`
  return spawnSync(process.execPath, ['--input-type=module', '-e', script], { encoding: 'utf8' }).stderr
}
