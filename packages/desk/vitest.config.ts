import { fileURLToPath } from 'node:url'
import { defineConfig, mergeConfig } from 'vitest/config'
import base from './vite.config.ts'

export default mergeConfig(
  base,
  defineConfig({
    test: {
      environment: 'happy-dom',
      include: ['src/**/*.test.{ts,tsx}'],
      setupFiles: [fileURLToPath(new URL('./src/testing/setup.ts', import.meta.url))],
      css: false,
      testTimeout: 40_000,
      // As long as what is waited for on a page (`testing/setup.ts`): vitest's own second is too short for a busy machine.
      expect: { poll: { timeout: 15_000 } },
    },
  }),
)
