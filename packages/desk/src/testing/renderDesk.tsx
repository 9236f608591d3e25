import { QueryClientProvider } from '@tanstack/react-query'
import { createMemoryHistory, RouterProvider } from '@tanstack/react-router'
import { render } from '@testing-library/react'
import { makeRouter } from '../app/router.tsx'
import { MessagesProvider } from '../messages/messages.tsx'
import { queryClient } from '../platform/api.ts'

/** The whole desk at an address, as a browser would show it. */
export const renderDesk = (address: string) => {
  const router = makeRouter(createMemoryHistory({ initialEntries: [address] }))
  const view = render(
    <QueryClientProvider client={queryClient}>
      <MessagesProvider>
        <RouterProvider router={router} />
      </MessagesProvider>
    </QueryClientProvider>,
  )
  return { ...view, router }
}
