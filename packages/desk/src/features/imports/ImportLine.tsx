import { useMessages } from '../../messages/messages.tsx'
import { Bytes } from '../../ui/Bytes.tsx'
import { ErrorNotice } from '../../ui/ErrorNotice.tsx'
import { Icon } from '../../ui/Icon.tsx'
import type { Chosen } from './ImportPage.tsx'

/** What came of one file. */
export const ImportLine = ({ chosen: { file, state } }: { chosen: Chosen }) => {
  const t = useMessages()
  return (
    <li className="line">
      <span className="cluster">
        <Icon name="file" />
        <strong>{file.name}</strong>
        <span className="muted small">
          <Bytes count={file.size} />
        </span>
        {state.at === 'waiting' ? <span className="muted">{t.imports.waiting}</span> : null}
        {state.at === 'sending' ? <span className="muted">{t.imports.sending}</span> : null}
        {state.at === 'answered' ? (
          <span className={`tag ${state.result.created ? 'tag-good' : ''}`}>
            {state.result.created ? t.imports.created : t.imports.had}
          </span>
        ) : null}
        {state.at === 'refused' ? <span className="tag tag-warn">{t.imports.refused}</span> : null}
      </span>
      {state.at === 'unknown' ? <strong>{t.imports.unknown}</strong> : null}
      {state.at === 'refused' || state.at === 'unknown' ? <ErrorNotice error={state.error} /> : null}
      {state.at === 'answered' ? (
        <div className="stack-tight">
          <span>{t.imports.report(state.result.reportId)}</span>
          <span>{t.imports.unknownFields(state.result.unknownFieldCount)}</span>
          <ul className="plain-list small">
            {state.result.notes.map((note) => (
              <li key={note}>{note}</li>
            ))}
          </ul>
        </div>
      ) : null}
    </li>
  )
}
