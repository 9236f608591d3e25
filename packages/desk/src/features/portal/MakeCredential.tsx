import { type OwnReport, purposeCharactersMax } from '@opentipline/contract'
import { useMutation } from '@tanstack/react-query'
import { type FormEvent, useId, useState } from 'react'
import { desk } from '../../platform/api.ts'
import { Asked } from '../../ui/Asked.tsx'
import { ErrorNotice } from '../../ui/ErrorNotice.tsx'
import type { Made } from './CredentialsPage.tsx'
import { renewOwnProvider } from './EndForms.tsx'
import { usePortalWords } from './words.ts'

/** Makes a credential for one environment; the test one is what stands chosen. */
export const MakeCredential = ({ onMade }: { onMade: (made: Made) => void }) => {
  const words = usePortalWords()
  const { credentials: t } = words
  const id = useId()
  const [environment, setEnvironment] = useState<OwnReport['environment']>('test')
  const [purpose, setPurpose] = useState('')
  const make = useMutation({
    mutationFn: () => desk.call('addCredential', { body: { environment, purpose: purpose.trim() } }),
    onSuccess: async (made) => {
      setPurpose('')
      onMade(made)
      await renewOwnProvider()
    },
  })
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    if (!make.isPending) make.mutate()
  }
  return (
    <form className="section stack make-credential" aria-label={t.make} onSubmit={submit}>
      <fieldset className="answer-field cluster">
        <legend className="usa-label">{words.environment}</legend>
        {(['test', 'live'] as const).map((each) => (
          <div key={each} className="usa-radio">
            <input
              type="radio"
              className="usa-radio__input"
              id={`${id}-${each}`}
              name={`${id}-environment`}
              checked={environment === each}
              onChange={() => setEnvironment(each)}
            />
            <label className="usa-radio__label" htmlFor={`${id}-${each}`}>
              {words.environments[each]}
            </label>
          </div>
        ))}
      </fieldset>
      <p className="small muted">{t.environmentAbout[environment]}</p>
      <div className="make-purpose">
        <label className="usa-label" htmlFor={`${id}-purpose`}>
          {t.purpose}
        </label>
        <span id={`${id}-hint`} className="small muted">
          {t.purposeHint}
        </span>
        <input
          id={`${id}-purpose`}
          className="usa-input"
          maxLength={purposeCharactersMax}
          aria-describedby={`${id}-hint`}
          value={purpose}
          onChange={(event) => setPurpose(event.target.value)}
        />
      </div>
      {make.isError ? <ErrorNotice error={make.error} /> : null}
      <div className="cluster">
        <button type="submit" className="usa-button" aria-disabled={make.isPending}>
          {t.make}
        </button>
        <span role="status">{make.isPending ? t.working : ''}</span>
        <Asked prompt="credential" />
      </div>
    </form>
  )
}
