import { useMessages } from '../messages/messages.tsx'
import type { Messages } from '../messages/en.ts'
import { BadAnswer, DeskProblem, Unreachable } from '../platform/api.ts'
import { PageNotLoaded } from '../platform/lazy.tsx'
import { Notice } from './Notice.tsx'
import { Refused } from './Told.tsx'

/** Where in what was sent, and what is wrong there in the server's words. */
type Place = { where: string; message: string }
type ErrorWords = {
  title: string
  more?: string | undefined
  /** The server said it, in English. */
  fromServer?: true
  places: Place[]
  request?: string | undefined
}

const problemPlaces = (error: DeskProblem, t: Messages): Place[] =>
  (error.problem.at ?? []).map(({ line, column, path, message }) => ({
    where: t.imports.at(line, column, path),
    message,
  }))

/** A refusal of fields has its words twice: as the detail, and at each field's own place, which says more. */
const saidAgain = ({ problem: { at = [], detail } }: DeskProblem): boolean =>
  at.length > 0 && detail === at.map(({ path, message }) => `${path} ${message}`).join('; ')

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
      {words.more ? <span>{words.fromServer ? <Refused text={words.more} /> : words.more}</span> : null}
      {words.places.map(({ where, message }) => (
        <span key={`${where} ${message}`}>
          {where === '' ? '' : `${where}: `}
          <Refused text={message} />
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
