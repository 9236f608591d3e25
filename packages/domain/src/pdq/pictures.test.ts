import assert from 'node:assert/strict'
import { test } from 'node:test'
import { emptyReport, type Report, type ReportFile, viewStates } from '@opentipline/contract'
import fc from 'fast-check'
import {
  pictureBar,
  pictureFindings,
  pictureIdentifiers,
  type PictureState,
  pictureSettings,
  pictureWishes,
} from './pictures.ts'

const file = (more: Partial<ReportFile>): ReportFile => ({
  fileId: 'a',
  viewState: 'not stated',
  annotations: [],
  originalHashes: [],
  ipCaptures: [],
  urls: [],
  devices: [],
  metadata: [],
  additionalInfo: [],
  received: { sizeBytes: 1, md5: '', sha1: '', sha256: '' },
  ...more,
})
const reportOf = (...files: ReportFile[]): Report => ({ ...emptyReport('reporting-xml'), files })
const state = (more: Partial<PictureState>): PictureState => ({
  fileId: 'a',
  answer: 'hit',
  near: [],
  ...more,
})
const hex = 'ab'.repeat(32)

test('off, no file is looked at; only where the provider says that it viewed it; or every file', () => {
  fc.assert(
    fc.property(fc.constantFrom(...pictureSettings), fc.constantFrom(...viewStates), (setting, viewState) => {
      const may = pictureBar(setting, file({ viewState })) === undefined
      assert.equal(may, setting === 'all' || (setting === 'viewed' && viewState.startsWith('viewed')))
    }),
  )
  assert.notEqual(
    pictureBar('all', { viewState: 'not viewed' }),
    undefined,
    'without bytes there is nothing to look at',
  )
})

test('what was not computed is not checked, with why, and never a miss', () => {
  for (const setting of pictureSettings) {
    const [found] = pictureFindings(reportOf(file({})), [], setting)
    assert.equal(found?.answer, 'not checked')
    assert.ok(found.caveat)
  }
  const [failed] = pictureFindings(
    reportOf(file({})),
    [state({ answer: 'failed', caveat: 'Synthetic' })],
    'all',
  )
  assert.equal(failed?.answer, 'failed')
})

test('a hash of a picture with too little to see is told and compared with nothing', () => {
  const plain = [state({ hex, quality: 49 })]
  assert.equal(pictureFindings(reportOf(file({})), plain, 'all')[0]?.answer, 'hit')
  assert.deepEqual(pictureWishes(reportOf(file({})), plain), [])
  assert.deepEqual(pictureIdentifiers(reportOf(file({})), plain), [])
  assert.equal(pictureWishes(reportOf(file({})), [state({ hex, quality: 50 })]).length, 1)
})

test('a picture is named by its own hash and by those of earlier ones that look the same, at its own file', () => {
  const other = 'cd'.repeat(32)
  const named = pictureIdentifiers(reportOf(file({ fileId: 'b' }), file({})), [
    state({ hex, quality: 80, near: [other] }),
  ])
  assert.deepEqual(
    named.map(({ value, path, role, basis }) => [value, path, role, basis]),
    [
      [`pdq:${hex}`, '/files/1', 'file', 'derived'],
      [`pdq:${other}`, '/files/1', 'file', 'derived'],
    ],
  )
})
