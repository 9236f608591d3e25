import { type DragEvent, useId, useRef, useState } from 'react'
import { useMessages } from '../../messages/messages.tsx'
import { useTitle } from '../../ui/useTitle.ts'
import { renewQueues } from '../tips/queueQuery.ts'
import { countStates, importFile, type ImportState } from './importFile.ts'
import { ImportLine } from './ImportLine.tsx'

export type Chosen = { key: number; file: File; state: ImportState }

/** Files are sent one after another: an import is a whole transaction, and the results stay in order. */
const useImports = () => {
  const [list, setList] = useState<readonly Chosen[]>([])
  const queue = useRef<Promise<void>>(Promise.resolve())
  const nextKey = useRef(0)
  const set = (key: number, state: ImportState): void =>
    setList((before) => before.map((each) => (each.key === key ? { ...each, state } : each)))
  const run = async ({ key, file }: Chosen): Promise<void> => {
    set(key, { at: 'sending' })
    set(key, await importFile(file))
    await renewQueues()
  }
  const add = (files: readonly File[]): void => {
    const chosen = files.map((file): Chosen => ({ key: nextKey.current++, file, state: { at: 'waiting' } }))
    setList((before) => [...before, ...chosen])
    for (const each of chosen) queue.current = queue.current.then(() => run(each))
  }
  return { list, add }
}

/** Uploading law-enforcement JSON, with an honest word for each file. */
export const ImportPage = () => {
  const t = useMessages()
  useTitle(t.imports.title)
  const { list, add } = useImports()
  const counts = countStates(list.map(({ state }) => state))
  const busy = list.some(({ state }) => state.at === 'waiting' || state.at === 'sending')
  return (
    <div className="page page-narrow stack">
      <h1 tabIndex={-1}>{t.imports.title}</h1>
      <p>{t.imports.lead}</p>
      <Chooser onFiles={add} />
      <p className="small muted">{t.imports.limits}</p>
      {list.length > 0 ? (
        <section className="stack" aria-labelledby="import-results">
          <h2 id="import-results">{t.imports.results}</h2>
          <p role="status">
            {busy ? t.imports.sending : t.imports.summary(counts.created, counts.had, counts.failed)}
          </p>
          <ul className="line-list">
            {list.map((each) => (
              <ImportLine key={each.key} chosen={each} />
            ))}
          </ul>
          {counts.created > 0 ? <p className="small muted">{t.imports.visible}</p> : null}
        </section>
      ) : null}
    </div>
  )
}

const Chooser = ({ onFiles }: { onFiles: (files: readonly File[]) => void }) => {
  const t = useMessages()
  const id = useId()
  const [over, setOver] = useState(false)
  const drop = (event: DragEvent): void => {
    event.preventDefault()
    setOver(false)
    onFiles([...event.dataTransfer.files])
  }
  return (
    <div
      className={`drop ${over ? 'is-over' : ''}`}
      onDragOver={(event) => {
        event.preventDefault()
        setOver(true)
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      <label htmlFor={id} className="usa-button">
        {t.imports.choose}
      </label>
      <input
        id={id}
        type="file"
        multiple
        accept=".json,application/json"
        className="drop-input"
        onChange={(event) => {
          onFiles([...(event.target.files ?? [])])
          // The same file can be chosen again.
          event.target.value = ''
        }}
      />
      <span className="muted">{t.imports.drop}</span>
    </div>
  )
}
