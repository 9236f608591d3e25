#!/usr/bin/env node
/**
 * Builds the desk (the web app) into packages/desk/dist, unless what is there was made from the same sources.
 * The stamp beside it is a hash of everything the build reads.
 */
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { findNode24, root } from './node24.mjs'

/** What the desk is made from: itself, and the packages it shares with the server. */
const sources = [
  'packages/desk',
  'packages/client',
  'packages/domain',
  'packages/contract',
  'packages/formats',
]
const notSources = /(^|\/)(node_modules|dist|coverage)(\/|$)|\.test\.tsx?$/

/** Every file under a folder that the build could read, in a fixed order. */
function sourceFiles(folder) {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name))
    .filter((file) => !notSources.test(relative(root, file)))
    .toSorted()
}

/** A hash over the names and contents of all the sources and the lock. */
export function sourceStamp(folder = root) {
  const hash = createHash('sha256')
  const files = sources
    .map((source) => join(folder, source))
    .filter(existsSync)
    .flatMap(sourceFiles)
  for (const file of [...files, join(folder, 'package-lock.json')])
    hash
      .update(`${relative(folder, file)}\n`)
      .update(createHash('sha256').update(readFileSync(file)).digest())
  return hash.digest('hex')
}

/**
 * Builds the desk if its sources have changed.
 * @returns {string | null} one sentence on what went wrong, or null
 */
export function ensureDesk(say = console.log) {
  const desk = join(root, 'packages/desk')
  if (!existsSync(join(desk, 'index.html'))) return null
  const stampFile = join(desk, 'dist/.stamp')
  const stamp = sourceStamp()
  if (existsSync(stampFile) && readFileSync(stampFile, 'utf8') === stamp) return null
  const node = findNode24()
  if ('missing' in node) return node.missing
  say('Building the desk ...')
  const started = Date.now()
  const vite = join(root, 'node_modules/vite/bin/vite.js')
  const run = spawnSync(node.path, [vite, 'build', '--logLevel', 'warn'], { cwd: desk, encoding: 'utf8' })
  if (run.status !== 0)
    return `The desk could not be built:\n${run.error?.message ?? `${run.stdout}${run.stderr}`}`
  writeFileSync(stampFile, stamp)
  say(`Built the desk in ${((Date.now() - started) / 1000).toFixed(1)} s.`)
  return null
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const fault = ensureDesk()
  if (fault) {
    console.error(fault)
    process.exitCode = 1
  }
}
