import { useMessages } from '../messages/messages.tsx'
import type { Messages } from '../messages/en.ts'
import { BadAnswer, DeskProblem, Unreachable } from '../platform/api.ts'
import { PageNotLoaded } from '../platform/lazy.tsx'
import { Notice } from './Notice.tsx'
import { AsWritten, Told } from './Told.tsx'

type ErrorWords = {
  title: string
  more?: string | undefined
  /** The server said it, in its own language. */
  fromServer?: true
  places: string[]
  request?: string | undefined
}

const problemPlaces = (error: DeskProblem, t: Messages): string[] =>
  (error.problem.at ?? []).map(({ line, column, path, message }) =>
    [t.imports.at(line, column, path), message].filter(Boolean).join(': '),
  )

/** A refusal of one field has its words twice: as the detail, and at the field's own place, which says more. */
const saidAgain = ({ problem: { at, detail } }: DeskProblem): boolean =>
  at?.length === 1 && at.some(({ path, message }) => detail === `${path} ${message}`)

/** An error in words a person can act on. */
const errorWords = (error: unknown, t: Messages): ErrorWords => {
  if (error instanceof DeskProblem)
    return {
      title: t.problemWords[error.code],
      more: saidAgain(error) ? undefined : error.problem.detail,
      fromServer: true,
      places: problemPlaces(error, t),
      request: error.problem.requestId,
    }
  if (error instanceof Unreachable)
    return { title: t.common.noAnswer, more: t.common.noAnswerMore, places: [] }
  if (error instanceof BadAnswer) return { title: t.common.noAnswer, more: t.common.badAnswer, places: [] }
  if (error instanceof PageNotLoaded)
    return { title: t.common.pageNotLoaded, more: t.common.pageNotLoadedMore, places: [] }
  return { title: t.common.programError, more: t.common.programErrorMore, places: [] }
}

/** What failed, why, where, and what can be done. Denied is calm; everything else is an alarm. */
export const ErrorNotice = ({ error, onRetry }: { error: unknown; onRetry?: () => void }) => {
  const t = useMessages()
  const words = errorWords(error, t)
  const denied = error instanceof DeskProblem && ['not-allowed', 'not-found'].includes(error.code)
  return (
    <Notice tone={denied ? 'warn' : 'alarm'}>
      <strong>{words.title}</strong>
      {words.more ? <span>{words.fromServer ? <Told text={words.more} /> : words.more}</span> : null}
      {words.places.map((place) => (
        <span key={place}>
          <AsWritten>{place}</AsWritten>
        </span>
      ))}
      {words.request && !denied ? <span className="small">{t.common.requestId(words.request)}</span> : null}
      {error instanceof PageNotLoaded ? (
        <button
          type="button"
          className="usa-button usa-button--unstyled"
          onClick={() => window.location.reload()}
        >
          {t.common.loadAnew}
        </button>
      ) : onRetry && !denied ? (
        <button type="button" className="usa-button usa-button--unstyled" onClick={onRetry}>
          {t.common.tryAgain}
        </button>
      ) : null}
    </Notice>
  )
}
