import { readFile, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { brotliCompressSync, gzipSync } from 'node:zlib'
import { operations } from '@opentipline/contract'
import react from '@vitejs/plugin-react'
import { defineConfig, type Plugin } from 'vite'

const here = dirname(fileURLToPath(import.meta.url))
const require = createRequire(import.meta.url)
/** The package exports no folder; its main file stands in dist/js. */
const uswds = join(dirname(require.resolve('@uswds/uswds')), '../..')
/** The API server that `vite dev` passes calls on to. */
const apiServer = process.env['TIPLINE_API'] ?? 'http://127.0.0.1:8600'

/**
 * The operations as the desk needs them: method and path. The schemas of what they take and give are the server's to check, and
 * would be a tenth of the script of the first page. Made from the contract itself at each build.
 */
const operationsByPath: Plugin = {
  name: 'operations-by-path',
  apply: 'build',
  enforce: 'pre',
  transform: (code, id) => {
    if (!id.endsWith('/contract/src/operations.ts')) return null
    const table = Object.fromEntries(
      Object.entries(operations).map(([name, { method, path }]) => [name, { method, path }]),
    )
    const withoutTable = code
      .replace(/^import .*$/gm, '')
      .replace(
        /export const operations = \{[^}]*\} as const/,
        `export const operations = ${JSON.stringify(table)}`,
      )
    return { code: withoutTable, map: null }
  },
}

/** What is made of schemas and not used is left out: calls of the schema library do nothing else. */
const pureSchemas: Plugin = {
  name: 'pure-schemas',
  apply: 'build',
  enforce: 'pre',
  transform: (code, id) =>
    id.includes('/contract/src/')
      ? {
          code: code.replace(/(?<![\w.])(?=(?:Type\.\w+|opt|text|operation)\()/g, '/* @__PURE__ */ '),
          map: null,
        }
      : null,
}

/**
 * Leaves the schema library out of the page: the server checks every request and answer against the contract's
 * schemas, and the desk needs only the names, paths and vocabularies beside them. The library would be a tenth of
 * the script of the first page.
 */
const withoutSchemas: Plugin = {
  name: 'without-schemas',
  enforce: 'pre',
  resolveId: (id) => (id === 'typebox' ? '\0without-schemas' : null),
  load: (id) =>
    id === '\0without-schemas' ? 'export const Type = new Proxy({}, { get: () => () => ({}) })' : null,
}

const compressible = /\.(?:js|css|svg|html)$/

/** Lays a Brotli and a gzip copy beside each text file, so that no server has to compress the same bytes again. */
const compressedBeside: Plugin = {
  name: 'compressed-beside',
  apply: 'build',
  writeBundle: async ({ dir = '' }, bundle) => {
    for (const name of Object.keys(bundle).filter((each) => compressible.test(each))) {
      const bytes = await readFile(join(dir, name))
      await writeFile(join(dir, `${name}.br`), brotliCompressSync(bytes))
      await writeFile(join(dir, `${name}.gz`), gzipSync(bytes, { level: 9 }))
    }
  },
}

/** What the first page needs, found once a build by walking from its entry; pages that come later are not walked into. */
let first: Set<string> | undefined
type Modules = { getModuleInfo: (id: string) => { importedIds: string[] } | null }
const walk = (modules: Modules, from: string): Set<string> => {
  const seen = new Set<string>()
  const next = [from]
  for (let id = next.pop(); id !== undefined; id = next.pop()) {
    if (seen.has(id)) continue
    seen.add(id)
    next.push(...(modules.getModuleInfo(id)?.importedIds ?? []))
  }
  return seen
}

/** What the domain says in Spanish: with the Spanish words, and not with the first page. */
const spanishOfDomain = /\/domain\/src\/words\/(?:refusals\/\w+|\w+Es)\.ts$/

/** All of it in one file: thirty small ones are thirty questions, and each waits for the line once. */
const firstOrNone = (id: string, modules: Modules): string | null => {
  // Reached by the domain's own list of what it gives, and used by the Spanish words alone.
  if (spanishOfDomain.test(id)) return 'spanish'
  first ??= walk(modules, join(here, 'src/main.tsx'))
  return first.has(id) ? 'first' : null
}

export default defineConfig({
  root: here,
  plugins: [withoutSchemas, operationsByPath, pureSchemas, react(), compressedBeside],
  resolve: {
    alias: [
      { find: 'uswds-fonts-files', replacement: join(uswds, 'dist/fonts') },
      { find: 'uswds-image-files', replacement: join(uswds, 'dist/img') },
    ],
  },
  css: { preprocessorOptions: { scss: { loadPaths: [join(uswds, 'packages')], quietDeps: true } } },
  build: {
    outDir: join(here, 'dist'),
    emptyOutDir: true,
    target: 'es2022',
    // Fonts as data: URLs would be refused by the content security policy.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    rolldownOptions: { output: { codeSplitting: { groups: [{ name: firstOrNone }] } } },
  },
  server: { proxy: { '/api': apiServer } },
})
