import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { parseTemplate } from '../documents/template.ts'
import { readLawYaml } from '../law/parse.ts'
import { readPolicyYaml } from '../policy/read-yaml.ts'
import { tokenFault } from './token-limit.ts'

const data = join(import.meta.dirname, '../../../../data')
const delivered = ['policies', 'law', 'documents'].flatMap((folder) =>
  readdirSync(join(data, folder))
    .filter((name) => name.endsWith('.yaml'))
    .map((name) => readFileSync(join(data, folder, name), 'utf8')),
)

test('every text that is delivered is far within the limit', () => {
  assert.ok(delivered.length > 10)
  for (const text of delivered) assert.equal(tokenFault(`${text}\n${text}`), undefined)
})

const costly: Record<string, string> = {
  'one map of 18,000 keys': `a: {${Array.from({ length: 18_000 }, (_, n) => `k${n}: 1`).join(', ')}}`,
  'a map over 14,000 lines': Array.from({ length: 14_000 }, (_, n) => `key${n}: v`).join('\n'),
  'a long list': `a: [${'1,'.repeat(95_000)}]`,
  'lists in lists': `a: ${'['.repeat(90_000)}${']'.repeat(90_000)}`,
  'blank lines': `a:${'\n '.repeat(60_000)}`,
}
for (const [what, text] of Object.entries(costly))
  test(`${what} is refused by every reader, in words, before it is read`, () => {
    const answers = [readPolicyYaml(text), readLawYaml(text, 'own'), parseTemplate(text)]
    for (const answer of answers) {
      assert.ok(!answer.ok)
      assert.match(answer.problems[0]?.message ?? '', /more than 9000 parts/)
    }
  })
