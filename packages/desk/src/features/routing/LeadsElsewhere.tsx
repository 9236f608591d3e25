import type { QueueRow } from '@opentipline/contract'
import { useMessages } from '../../messages/messages.tsx'
import { Moment } from '../../ui/Moment.tsx'
import { Notice } from '../../ui/Notice.tsx'

/** Told where the places known now lead to another agency, or to none: nothing was taken, and what to do is this agency's to decide. */
export const LeadsElsewhere = ({ rerouted }: { rerouted: QueueRow['rerouted'] }) => {
  const { leadsElsewhere: words } = useMessages().together
  if (!rerouted) return null
  const { to, because, at } = rerouted
  return (
    <Notice tone="warn">
      <p>
        <strong>{to.length > 0 ? words.to(to.join(', ')) : words.toNobody}</strong> {words.stays}
      </p>
      <p className="small">
        {because} · <Moment at={at} />
      </p>
    </Notice>
  )
}
