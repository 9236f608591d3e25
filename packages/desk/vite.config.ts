import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

const here = dirname(fileURLToPath(import.meta.url))
const require = createRequire(import.meta.url)
/** The package exports no folder; its main file stands in dist/js. */
const uswds = join(dirname(require.resolve('@uswds/uswds')), '../..')
/** The API server that `vite dev` passes calls on to. */
const apiServer = process.env['TIPLINE_API'] ?? 'http://127.0.0.1:8600'

export default defineConfig({
  root: here,
  plugins: [react()],
  resolve: {
    alias: [
      {
        find: /^typebox$/,
        replacement: fileURLToPath(new URL('./src/platform/noSchemas.ts', import.meta.url)),
      },
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
