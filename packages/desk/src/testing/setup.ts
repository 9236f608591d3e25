import { cleanup, configure } from '@testing-library/react'
import { afterEach, vi } from 'vitest'
import { forgetDrafts } from '../features/decisions/drafts.ts'
import { queryClient } from '../platform/api.ts'

/** A busy machine is slow and not wrong: what is waited for may take this long, and no test is about how long. */
configure({ asyncUtilTimeout: 15_000 })

afterEach(() => {
  cleanup()
  vi.useRealTimers()
  queryClient.clear()
  forgetDrafts()
  localStorage.clear()
  sessionStorage.clear()
})
