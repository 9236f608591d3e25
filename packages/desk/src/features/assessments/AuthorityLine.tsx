import { type Authority, forces } from '@opentipline/contract'
import { useMessages } from '../../messages/messages.tsx'
import { AsWritten } from '../../ui/Told.tsx'

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
        <AsWritten>{citation}</AsWritten>
        {[date, t.tip.authorityStatus[status]].filter(Boolean).map((each) => ` · ${each}`)}
      </span>
    </span>
  )
}

/** What the forces mean, told once under the rules that carry them. */
export const ForceLegend = () => {
  const t = useMessages()
  return (
    <p className="small muted force-legend">
      {forces.map((force) => (
        <span key={force}>
          <span className={`tag force-${force.replace(' ', '-')}`}>{t.tip.forces[force]}</span>{' '}
          {t.tip.forceAbout[force]}
        </span>
      ))}
    </p>
  )
}
