import type { PromptId } from '@opentipline/domain'
import { useMutation } from '@tanstack/react-query'
import { type FormEvent, type ReactNode, useId, useState } from 'react'
import { useMessages } from '../../messages/messages.tsx'
import { desk, queryClient } from '../../platform/api.ts'
import { Asked } from '../../ui/Asked.tsx'
import { ErrorNotice } from '../../ui/ErrorNotice.tsx'
import { Text } from './ClockForm.tsx'

const today = (): string => new Date().toISOString().slice(0, 10)

type FrameProps = {
  title: string
  prompt: PromptId
  complete: boolean
  send: () => Promise<unknown>
  onDone: () => void
  children: ReactNode
}

/** What both forms have in common: nothing is sent while a field is missing, and nothing is said before it is stored. */
const Frame = ({ title, prompt, complete, send, onDone, children }: FrameProps) => {
  const t = useMessages()
  const [tried, setTried] = useState(false)
  const add = useMutation({
    mutationFn: send,
    onSuccess: async () => {
      await queryClient.invalidateQueries({ queryKey: ['listLogWindows'] })
      await queryClient.invalidateQueries({ queryKey: ['listAgencyTimes'] })
      setTried(false)
      onDone()
    },
  })
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    setTried(true)
    if (complete && !add.isPending) add.mutate()
  }
  return (
    <form className="stack route-form no-print" onSubmit={submit} aria-label={title}>
      <div className="field-grid">{children}</div>
      {tried && !complete ? (
        <p className="field-error" role="alert">
          {t.clocks.incomplete}
        </p>
      ) : null}
      {add.isError ? <ErrorNotice error={add.error} /> : null}
      <div className="cluster">
        <button type="submit" className="usa-button usa-button--small" aria-disabled={add.isPending}>
          {title}
        </button>
        <span role="status">
          {add.isPending ? t.clocks.saving : ''}
          {add.isSuccess ? t.clocks.added : ''}
        </span>
        <Asked prompt={prompt} />
      </div>
    </form>
  )
}

const Field = (props: {
  label: string
  type: 'date' | 'number'
  value: string
  onText: (text: string) => void
}) => {
  const id = useId()
  return (
    <div>
      <label className="usa-label" htmlFor={id}>
        {props.label}
      </label>
      <input
        id={id}
        type={props.type}
        min={props.type === 'number' ? 1 : undefined}
        className="usa-input"
        value={props.value}
        onChange={(event) => props.onText(event.target.value)}
      />
    </div>
  )
}

/** An entry of the log-window table. */
export const WindowForm = () => {
  const t = useMessages()
  const id = useId()
  const empty = { network: '', days: '', source: '', asOf: today(), from: today() }
  const [draft, setDraft] = useState(empty)
  const set = (more: Partial<typeof empty>): void => setDraft({ ...draft, ...more })
  const days = Number(draft.days)
  const complete =
    draft.network.trim().length > 1 && Number.isInteger(days) && days > 0 && draft.source.trim().length > 2
  return (
    <Frame
      title={t.clocks.addWindow}
      prompt="log window"
      complete={complete && draft.asOf !== '' && draft.from !== ''}
      send={() => desk.call('addLogWindow', { body: { ...draft, days } })}
      onDone={() => setDraft(empty)}
    >
      <div>
        <Text
          id={id}
          label={t.clocks.network}
          value={draft.network}
          max={200}
          onText={(network) => set({ network })}
        />
        <p className="small muted">{t.clocks.networkHint}</p>
      </div>
      <Field label={t.clocks.days} type="number" value={draft.days} onText={(text) => set({ days: text })} />
      <Text
        id={`${id}-source`}
        label={t.clocks.windowSource}
        value={draft.source}
        max={500}
        onText={(source) => set({ source })}
      />
      <Field label={t.clocks.asOfDay} type="date" value={draft.asOf} onText={(asOf) => set({ asOf })} />
      <Field label={t.clocks.from} type="date" value={draft.from} onText={(from) => set({ from })} />
    </Frame>
  )
}

/** A time of the agency's own. */
export const TimeForm = () => {
  const t = useMessages()
  const id = useId()
  const empty = { name: '', hours: '', band: '', authority: '', from: today() }
  const [draft, setDraft] = useState(empty)
  const set = (more: Partial<typeof empty>): void => setDraft({ ...draft, ...more })
  const { band, ...rest } = draft
  const hours = Number(draft.hours)
  const complete =
    draft.name.trim().length > 2 && Number.isInteger(hours) && hours > 0 && draft.authority.trim().length > 2
  return (
    <Frame
      title={t.clocks.addTime}
      prompt="agency time rule"
      complete={complete && draft.from !== ''}
      send={() =>
        desk.call('addAgencyTime', {
          body: { ...rest, hours, ...(band.trim() ? { band: band.trim() } : {}) },
        })
      }
      onDone={() => setDraft(empty)}
    >
      <Text
        id={`${id}-name`}
        label={t.clocks.timeName}
        value={draft.name}
        max={120}
        onText={(name) => set({ name })}
      />
      <Field
        label={t.clocks.hours}
        type="number"
        value={draft.hours}
        onText={(text) => set({ hours: text })}
      />
      <Text
        id={`${id}-authority`}
        label={t.clocks.authority}
        value={draft.authority}
        max={500}
        onText={(authority) => set({ authority })}
      />
      <Text
        id={`${id}-band`}
        label={t.clocks.band}
        value={draft.band}
        max={64}
        onText={(text) => set({ band: text })}
      />
      <Field label={t.clocks.from} type="date" value={draft.from} onText={(from) => set({ from })} />
    </Frame>
  )
}
