import { QueryClientProvider } from '@tanstack/react-query'
import { defaultParseSearch, RouterProvider } from '@tanstack/react-router'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import './styles/desk.scss'
import { makeRouter } from './app/router.tsx'
import { sessionQuery } from './features/people/session.ts'
import { queueQuery } from './features/tips/queueQuery.ts'
import { readQueueSearch } from './features/tips/search.ts'
import { MessagesProvider } from './messages/messages.tsx'
import { queryClient } from './platform/api.ts'
import { applyAppearance } from './platform/preferences.ts'

applyAppearance()

/** The queue is what most open the desk for: its first rows are asked for at once, beside the question who is signed in. In the lane of bundles they give the counts of the others. */
if (window.location.pathname === '/queue')
  void queryClient.prefetchInfiniteQuery(
    queueQuery(readQueueSearch(defaultParseSearch(window.location.search))),
  )

/** Who is signed in decides where the start leads; an error here is shown by the page itself. */
await queryClient.prefetchQuery(sessionQuery)

const router = makeRouter()
const root = document.getElementById('root')
if (!root) throw new Error('The page has no place for the desk')
createRoot(root).render(
  <StrictMode>
    <QueryClientProvider client={queryClient}>
      <MessagesProvider>
        <RouterProvider router={router} />
      </MessagesProvider>
    </QueryClientProvider>
  </StrictMode>,
)
