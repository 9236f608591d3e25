import { Link } from '@tanstack/react-router'
import { useMessages } from '../messages/messages.tsx'
import { Notice } from '../ui/Notice.tsx'

export const NotFound = () => {
  const t = useMessages()
  return (
    <div className="page stack">
      <Notice tone="warn">
        <span>{t.shell.notFound}</span>
        <Link to="/">{t.shell.toStart}</Link>
      </Notice>
    </div>
  )
}
