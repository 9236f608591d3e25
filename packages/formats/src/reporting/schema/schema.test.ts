import assert from 'node:assert/strict'
import test from 'node:test'
import { XmlDocument } from 'libxml2-wasm'
import { contractPaths } from './paths.ts'
import { schemaText } from './compose.ts'
import { complexTypes, globalElements } from './elements.ts'
import { isSimpleName } from './simple.ts'
import { schemaVersions } from './versions.ts'
import { validatorFor } from './validator.ts'

test('each version of the schema is well formed, compiles, and names itself', () => {
  for (const version of schemaVersions) {
    const text = schemaText(version)
    const document = XmlDocument.fromString(text)
    assert.equal(document.root.name, 'schema')
    assert.equal(document.root.attr('version')?.value, version)
    assert.equal(document.root.attr('targetNamespace'), null)
    document.dispose()
    assert.ok(validatorFor(version))
  }
})

test('the schema fetches nothing and holds no DOCTYPE', () => {
  for (const version of schemaVersions)
    assert.doesNotMatch(schemaText(version), /import|include|redefine|DOCTYPE|schemaLocation/)
})

test('every type that the table names exists in it, and every global element has its type', () => {
  for (const type of Object.values(complexTypes))
    for (const child of type.particles.flatMap((p) => ('choice' in p ? p.choice : [p])))
      assert.ok(isSimpleName(child.type) || complexTypes[child.type], child.type)
  for (const name of globalElements) assert.ok(complexTypes[name], name)
})

test('the contract has 374 element paths in 2025-11 and 9 more in 2026-08', () => {
  const roots = ['report', 'fileDetails', 'reportResponse', 'reportDoneResponse']
  const count = (version: (typeof schemaVersions)[number]): number =>
    roots.flatMap((root) => contractPaths(root, version)).length
  assert.equal(count('2025-11'), 374)
  assert.equal(count('2026-08'), 383)
})

test('the answers that we print are valid under the schema that we serve', async () => {
  const { printReportResponse, printReportDoneResponse } = await import('../answers/print.ts')
  const answers = [
    printReportResponse({ code: 0, description: 'Success', reportId: '1', fileId: 'ab', hash: 'cd' }),
    printReportResponse({ code: 4100, description: 'Validation failed' }),
    printReportDoneResponse({ code: 0, reportId: '1', fileIds: [] }),
    printReportDoneResponse({ code: 0, reportId: '1', fileIds: ['ab', 'cd'] }),
  ]
  for (const answer of answers) {
    const document = XmlDocument.fromString(answer)
    validatorFor('2026-08').validate(document)
    document.dispose()
  }
})
