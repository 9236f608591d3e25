import assert from 'node:assert/strict'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { assertPrivateWay, isPrivateWay } from './private-way.ts'

const folder = mkdtempSync(join(tmpdir(), 'tipline-way-'))
after(() => rmSync(folder, { recursive: true }))
const authority = join(folder, 'ca.pem')
writeFileSync(authority, 'synthetic')

test('a database on this machine, or behind TLS that is checked, is reached', () => {
  for (const url of [
    'postgresql://a:b@127.0.0.1:5432/tipline',
    'postgresql://a:b@localhost/tipline',
    'postgresql://a:b@[::1]/tipline',
    'postgresql://a@/tipline?host=/run/postgresql',
    'postgresql://a:b@%2Frun%2Fpostgresql/tipline',
    'postgresql://a:b@db.example.org/tipline?sslmode=verify-full',
    `postgresql://a:b@db.example.org/tipline?sslmode=verify-full&sslrootcert=${authority}`,
  ])
    assert.equal(isPrivateWay(url), true, url)
})

test('a database elsewhere in the clear, or behind TLS that is not checked, is refused in words without its password', () => {
  for (const url of [
    'postgresql://a:synthetic-secret@db.example.org/tipline',
    'postgresql://a:synthetic-secret@192.0.2.7/tipline?sslmode=disable',
    'postgresql://a:synthetic-secret@db.example.org/tipline?sslmode=no-verify',
    'postgresql://a:synthetic-secret@db.example.org/tipline?uselibpqcompat=true&sslmode=require',
    'postgresql://a:synthetic-secret@db.example.org/tipline?uselibpqcompat=true&sslmode=prefer',
  ]) {
    assert.equal(isPrivateWay(url), false, url)
    assert.throws(
      () => assertPrivateWay(url, false),
      (error: Error) => /sslmode=verify-full/.test(error.message) && !/synthetic-secret/.test(error.message),
    )
    assertPrivateWay(url, true)
  }
})
