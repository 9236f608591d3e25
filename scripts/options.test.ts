import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { test } from 'node:test'
import { fileURLToPath } from 'node:url'

const start = (file: string, ...args: string[]) => {
  const path = fileURLToPath(new URL(`../${file}`, import.meta.url))
  const { status, stdout, stderr } = spawnSync(process.execPath, [path, ...args], { encoding: 'utf8' })
  return { status, stdout, stderr }
}

for (const [file, option] of [
  ['scripts/test/main.ts', '--no-faults'],
  ['scripts/pictures.ts', '--look FOLDER'],
  ['test/bench/locks.ts', '--pair'],
] as const)
  test(`${file} tells its options when asked, and when it is given one it does not know`, () => {
    const asked = start(file, '--help')
    assert.deepEqual([asked.status, asked.stderr], [0, ''])
    assert.ok(asked.stdout.includes(option), asked.stdout)
    const wrong = start(file, '--no-such-option')
    assert.equal(wrong.status, 2)
    assert.match(wrong.stderr, /^Unknown option '--no-such-option'/)
    assert.ok(wrong.stderr.includes(option), wrong.stderr)
    assert.doesNotMatch(wrong.stderr, /\n\s+at /, 'no stack')
  })
