import { appearances, densities, languages, type OwnSettings } from '@opentipline/contract'
import { keyFaults, mayEverDo } from '@opentipline/domain'
import { Link } from '@tanstack/react-router'
import { type FormEvent, useId, useState } from 'react'
import { useMessages, useShownLanguage } from '../../messages/messages.tsx'
import { settingsHere } from '../../platform/preferences.ts'
import { Asked } from '../../ui/Asked.tsx'
import { ErrorNotice } from '../../ui/ErrorNotice.tsx'
import { Loading } from '../../ui/Loading.tsx'
import { Section } from '../../ui/Section.tsx'
import { localZone, momentText } from '../../ui/time.ts'
import { useNow } from '../../ui/useNow.ts'
import { useTitle } from '../../ui/useTitle.ts'
import { useSession } from '../people/session.ts'
import { KeyTable } from './KeyTable.tsx'
import { useOwnSettings, useOwnWords, useSaveSettings } from './settings.ts'

/** Each language is named in itself. */
const languageNames = { en: 'English', es: 'Español' } as const

/** How one's own desk is. */
export const OwnSettingsPage = () => {
  const t = useMessages()
  const words = useOwnWords()
  const own = useOwnSettings()
  useTitle(t.shell.settings)
  return (
    <div className="page page-narrow stack">
      <h1>{t.shell.settings}</h1>
      <p className="lead">{words.lead}</p>
      {own.isPending ? <Loading /> : null}
      {own.isError ? <ErrorNotice error={own.error} onRetry={() => void own.refetch()} /> : null}
      {own.data ? (
        <SettingsForm settings={own.data.settings ?? settingsHere()} kept={own.data.settings !== null} />
      ) : null}
      <Exposure />
    </div>
  )
}

const SettingsForm = ({ settings, kept }: { settings: OwnSettings; kept: boolean }) => {
  const t = useMessages()
  const words = useOwnWords()
  const [wish, setWish] = useState(settings)
  const save = useSaveSettings()
  const change = (part: Partial<OwnSettings>): void => {
    save.reset()
    setWish({ ...wish, ...part })
  }
  const clashes = keyFaults(wish.keys).length > 0
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    if (!save.isPending && !clashes) save.mutate(wish)
  }
  return (
    <form className="stack" onSubmit={submit}>
      <Section id="screen" level={2} title={words.screen}>
        <div className="stack narrow">
          <Choice
            name={words.language}
            value={wish.language}
            options={languages.map((each) => [each, languageNames[each]])}
            onChoose={(language) => change({ language })}
          />
          <Choice
            name={words.appearance}
            value={wish.appearance}
            options={appearances.map((each) => [each, t.shell.appearances[each]])}
            onChoose={(appearance) => change({ appearance })}
          />
          <Choice
            name={words.density}
            value={wish.density}
            options={densities.map((each) => [each, words.densities[each]])}
            onChoose={(density) => change({ density })}
          />
        </div>
      </Section>
      <Section id="time" level={2} title={words.time} about={words.timeZoneHint}>
        <div className="stack-tight narrow">
          <Choice
            name={words.timeZone}
            value={wish.timeZone ?? ''}
            options={[
              ['', words.deviceZone(localZone())],
              ...Intl.supportedValuesOf('timeZone').map((zone): [string, string] => [zone, zone]),
            ]}
            onChoose={(zone) => change({ timeZone: zone === '' ? null : zone })}
          />
          <Sample zone={wish.timeZone ?? localZone()} />
        </div>
      </Section>
      <Section id="keys" level={2} title={words.keys} about={words.keysLead}>
        <div className="stack">
          <label className="cluster">
            <input
              type="checkbox"
              checked={wish.letterKeys}
              onChange={(event) => change({ letterKeys: event.target.checked })}
            />{' '}
            {words.letterKeys}
          </label>
          <KeyTable changes={wish.keys} onChange={(keys) => change({ keys })} />
        </div>
      </Section>
      {save.isError ? <ErrorNotice error={save.error} /> : null}
      <div className="cluster">
        <button type="submit" className="usa-button" aria-disabled={save.isPending || clashes}>
          {words.save}
        </button>
        <span role="status">
          {save.isPending ? words.saving : save.isSuccess ? words.saved : ''}
          {!kept && !save.isSuccess && !save.isPending ? words.notChosen : ''}
        </span>
      </div>
      <Asked prompt="own settings" />
    </form>
  )
}

const Sample = ({ zone }: { zone: string }) => {
  const words = useOwnWords()
  const language = useShownLanguage()
  return <p className="muted small">{words.sample(momentText(useNow(), { language, zone }))}</p>
}

type ChoiceProps<T extends string> = {
  name: string
  value: T
  options: readonly (readonly [T, string])[]
  onChoose: (value: T) => void
}
const Choice = <T extends string>({ name, value, options, onChoose }: ChoiceProps<T>) => {
  const id = useId()
  return (
    <div>
      <label className="usa-label" htmlFor={id}>
        {name}
      </label>
      <select
        id={id}
        className="usa-select"
        value={value}
        onChange={(event) => {
          const chosen = options.find(([each]) => each === event.target.value)
          if (chosen) onChoose(chosen[0])
        }}
      >
        {options.map(([each, text]) => (
          <option key={each} value={each}>
            {text}
          </option>
        ))}
      </select>
    </div>
  )
}

/** What is seen of files is chosen on its own page, beside one's own count. */
const Exposure = () => {
  const words = useOwnWords()
  const { role } = useSession().actingFor
  if (!mayEverDo('readViewing', role)) return null
  return (
    <Section id="exposure" level={2} title={words.exposure} about={words.exposureLead}>
      <p>
        <Link to="/viewing">{words.exposureWay}</Link>
      </p>
    </Section>
  )
}
