import { readFile, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { brotliCompressSync, gzipSync } from 'node:zlib'
import react from '@vitejs/plugin-react'
import { defineConfig, type Plugin } from 'vite'

const here = dirname(fileURLToPath(import.meta.url))
const require = createRequire(import.meta.url)
/** The package exports no folder; its main file stands in dist/js. */
const uswds = join(dirname(require.resolve('@uswds/uswds')), '../..')
/** The API server that `vite dev` passes calls on to. */
const apiServer = process.env['TIPLINE_API'] ?? 'http://127.0.0.1:8600'

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

export default defineConfig({
  root: here,
  plugins: [withoutSchemas, react(), compressedBeside],
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
  },
  server: { proxy: { '/api': apiServer } },
})
