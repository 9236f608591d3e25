import { cleanup } from '@testing-library/react'
import { afterEach, vi } from 'vitest'
import { forgetDrafts } from '../features/decisions/drafts.ts'
import { queryClient } from '../platform/api.ts'

afterEach(() => {
  cleanup()
  vi.useRealTimers()
  queryClient.clear()
  forgetDrafts()
  localStorage.clear()
})
