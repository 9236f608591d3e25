import type { DocumentCheck } from '@opentipline/contract'
import { Notice } from '../../ui/Notice.tsx'
import { usePortalWords } from './words.ts'
import { AsWritten } from '../../ui/Told.tsx'

type Props = {
  check: DocumentCheck
  /** It was filed already, so nothing is left to be refused. */
  filed?: boolean
}

/** What would be refused, what breaks a rule that is not enforced, and what an agency would miss; each with where and why. */
export const CheckLists = ({ check, filed = false }: Props) => {
  const { check: t } = usePortalWords()
  const { errors, warnings, advice } = check
  return (
    <div className="stack">
      {filed && errors.length === 0 ? null : (
        <Notice tone={errors.length > 0 ? 'alarm' : 'good'} quiet={filed}>
          <strong>{t.refused(errors.length)}</strong>
          {errors.length > 0 ? <span>{t.refusedAbout}</span> : null}
        </Notice>
      )}
      <Places list={errors} />
      {warnings.length > 0 ? <h3 className="small-title">{t.warnings(warnings.length)}</h3> : null}
      <Places list={warnings} />
      {advice.length > 0 ? <h3 className="small-title">{t.advice(advice.length)}</h3> : null}
      {advice.length === 0 && errors.length === 0 ? <p>{t.noAdvice}</p> : null}
      <ul className="line-list">
        {advice.map((each) => (
          <li key={`${each.id} ${each.document} ${each.path}`} className="line">
            <span>
              <AsWritten>{each.says}</AsWritten>
            </span>
            <span className="small muted">
              {t.because}: <AsWritten>{each.because}</AsWritten> <span className="mono">{each.path}</span>
            </span>
          </li>
        ))}
      </ul>
    </div>
  )
}

type Place = DocumentCheck['warnings'][number] & { code?: number }

const Places = ({ list }: { list: readonly Place[] }) => {
  const { check: t } = usePortalWords()
  if (list.length === 0) return null
  return (
    <ul className="line-list">
      {list.map((each) => (
        <li key={`${each.line}:${each.column} ${each.rule} ${each.message}`} className="line">
          <span className="cluster">
            {each.code === undefined ? null : (
              <span className="tag tag-warn">
                {t.code} {each.code}
              </span>
            )}
            <strong>{t.at(each.line, each.column)}</strong>
            <span className="mono">{each.path}</span>
          </span>
          <span>
            <AsWritten>{each.message}</AsWritten>
          </span>
        </li>
      ))}
    </ul>
  )
}
