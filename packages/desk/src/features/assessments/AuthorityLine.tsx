import type { Authority } from '@opentipline/contract'
import { useMessages } from '../../messages/messages.tsx'

/** Where a rule comes from and how far it binds, in words. */
export const AuthorityLine = ({ authority }: { authority: Authority }) => {
  const t = useMessages()
  const { force, citation, date, status } = authority
  return (
    <span className="authority small">
      <span className={`tag force-${force.replace(' ', '-')}`} title={t.tip.forceAbout[force]}>
        {t.tip.forces[force]}
      </span>{' '}
      <span className="muted">
        {[t.tip.forceAbout[force], citation, date, t.tip.authorityStatus[status]].filter(Boolean).join(' · ')}
      </span>
    </span>
  )
}
