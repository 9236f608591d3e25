import { useEffect } from 'react'
import { useMessages } from '../messages/messages.tsx'

/** Names the page in the browser's tab. Never carries anything from a report. */
export const useTitle = (title: string): void => {
  const t = useMessages()
  useEffect(() => {
    document.title = `${title} · ${t.product}`
  }, [title, t])
}
