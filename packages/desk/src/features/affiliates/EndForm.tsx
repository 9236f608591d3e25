import { useId, useState } from 'react'
import { desk } from '../../platform/api.ts'
import { ReasonForm } from '../../ui/ReasonForm.tsx'
import { useAffiliateWrite } from './useAffiliateWrite.ts'
import { useAffiliateWords } from './words.ts'

type Props = { entryId: string; onDone: () => void; onCancel: () => void }

/** Ends an affiliation from a day on, with a reason. */
export const EndForm = ({ entryId, onDone, onCancel }: Props) => {
  const words = useAffiliateWords()
  const id = useId()
  const [to, setTo] = useState(new Date().toISOString().slice(0, 10))
  const end = useAffiliateWrite((because: string) =>
    desk.call('endAffiliate', { params: { entryId }, body: { to, because } }),
  )
  return (
    <ReasonForm
      send={words.endSend}
      busy={end.isPending}
      error={end.error}
      onSend={(because) => end.mutate(because, { onSuccess: onDone })}
      onCancel={onCancel}
      prompt="affiliate"
    >
      <div>
        <label className="usa-label" htmlFor={id}>
          {words.endDay}
        </label>
        <input
          id={id}
          type="date"
          className="usa-input"
          value={to}
          onChange={(event) => setTo(event.target.value)}
        />
      </div>
    </ReasonForm>
  )
}
