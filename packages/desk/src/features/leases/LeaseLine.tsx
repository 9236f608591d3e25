import type { TipDetail } from '@opentipline/contract'
import { mayEverDo } from '@opentipline/domain'
import { useMessages } from '../../messages/messages.tsx'
import { ErrorNotice } from '../../ui/ErrorNotice.tsx'
import { Icon } from '../../ui/Icon.tsx'
import { Refused } from '../../ui/Told.tsx'
import { useNow } from '../../ui/useNow.ts'
import { useSession } from '../people/session.ts'
import { isLeasedByOther, useLease, useLeaseWhileOpen, useReleaseLease, useTakeLease } from './useLease.ts'

/** Who is on the tip and for how long yet. It forbids nobody to read. */
export const LeaseLine = ({ tip }: { tip: TipDetail }) => {
  const t = useMessages()
  const words = t.discretion.lease
  const { tipId } = tip.row
  const { role } = useSession().actingFor
  const told = tip.row.lease ?? null
  const open = tip.row.lane !== 'done'
  const lease = useLease(tipId, told)
  const take = useTakeLease(tipId)
  useLeaseWhileOpen(tipId, lease ?? null, open && mayEverDo('takeLease', role), take.mutate)
  const release = useReleaseLease(tipId)
  const now = useNow()
  if (!mayEverDo('takeLease', role) || !open) return null
  const left = lease ? Math.round((Date.parse(lease.until) - now) / 60_000) : 0
  const standing = lease && left > 0 ? lease : null
  // A renewal that goes on by itself lets no click fall.
  const asking = take.isPending && take.variables !== 'by itself'
  // A colleague is on it of whom this page had not heard.
  const other = standing === null && isLeasedByOther(take.error) ? take.error : undefined
  return (
    <div className="cluster small no-print" role="status">
      <Icon name="person" />
      {standing ? (
        <span>
          <strong>{standing.own ? words.own : words.other(standing.by)}</strong> {words.left(left)}.{' '}
          {standing.own ? null : words.readOn}
        </span>
      ) : other ? (
        <strong>
          <Refused text={other.message} />
        </strong>
      ) : (
        <span className="muted">{lease?.own ? words.ended : words.free}</span>
      )}
      {standing?.own ? (
        <button
          type="button"
          className="usa-button usa-button--unstyled"
          onClick={() => (release.isPending ? undefined : release.mutate())}
        >
          {words.leave}
        </button>
      ) : (
        <button
          type="button"
          className="usa-button usa-button--unstyled"
          onClick={() => (asking ? undefined : take.mutate(standing || other ? 'over' : 'asked'))}
        >
          {standing || other ? words.takeOver : words.take}
        </button>
      )}
      {take.isError && !isLeasedByOther(take.error) && take.variables !== 'by itself' ? (
        <ErrorNotice error={take.error} />
      ) : null}
    </div>
  )
}
