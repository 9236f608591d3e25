import { type FormEvent, useId, useState } from 'react'
import { Asked } from '../../ui/Asked.tsx'
import { useMessages } from '../../messages/messages.tsx'
import { desk } from '../../platform/api.ts'
import { Moment } from '../../ui/Moment.tsx'
import { PasskeyError } from './PasskeyError.tsx'
import { makePasskey } from './passkey.ts'
import { usePeopleAct } from './usePeopleAct.ts'

/** Registers a further passkey, once a second person has approved it. */
export const AddDevice = ({ until }: { until: string | undefined }) => {
  const t = useMessages()
  const id = useId()
  const [label, setLabel] = useState('')
  const add = usePeopleAct(async () => {
    const { challengeId, options } = await desk.call('beginDevice', {})
    const registration = await makePasskey(options)
    return desk.call('finishDevice', { body: { challengeId, registration, label } })
  })
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    if (!add.isPending && label.trim() !== '') add.mutate(undefined)
  }
  return (
    <form className="stack" onSubmit={submit}>
      <p role="status">
        {t.people.deviceApproved} {until ? <Moment at={until} /> : null}
      </p>
      <div>
        <label className="usa-label" htmlFor={id}>
          {t.people.deviceName}
        </label>
        <input
          className="usa-input"
          id={id}
          required
          maxLength={80}
          value={label}
          onChange={(event) => setLabel(event.target.value)}
        />
      </div>
      <p>
        <button type="submit" className="usa-button" aria-disabled={add.isPending || label.trim() === ''}>
          {t.people.register}
        </button>
      </p>
      {add.isError ? <PasskeyError error={add.error} /> : null}
      <Asked prompt="new device" />
    </form>
  )
}
