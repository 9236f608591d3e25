import { useMessages } from '../messages/messages.tsx'

/** Says that something is on its way. Its lines are still: nothing moves for somebody who asked for less motion. */
export const Loading = ({ words }: { words?: string }) => {
  const t = useMessages()
  return (
    <p className="loading muted" role="status">
      {words ?? t.common.loading}
    </p>
  )
}
