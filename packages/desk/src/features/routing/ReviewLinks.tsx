import type { LinkVerdict, ReviewedLink } from '@opentipline/contract'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { useMessages } from '../../messages/messages.tsx'
import { desk } from '../../platform/api.ts'
import { Moment } from '../../ui/Moment.tsx'
import { ReasonForm } from '../../ui/ReasonForm.tsx'
import { useClearinghouseWords } from './words.ts'
import { Told } from '../../ui/Told.tsx'

type Verdict = LinkVerdict['verdict'] | null
type Props = { links: readonly ReviewedLink[]; onSaved: () => void }

/** Links between reports as they were found, and the clearinghouse's word on each. Nothing is merged by it. */
export const ReviewLinks = ({ links, onSaved }: Props) => (
  <ul className="line-list">
    {links.map((each) => (
      <LinkLine key={`${each.between.join(' ')} ${each.linkId}`} link={each} onSaved={onSaved} />
    ))}
  </ul>
)

const LinkLine = ({ link, onSaved }: { link: ReviewedLink; onSaved: () => void }) => {
  const t = useMessages()
  const { review: words } = useClearinghouseWords()
  const { said, linkId } = link
  const [reportId, other] = link.between
  const [wish, setWish] = useState<{ verdict: Verdict }>()
  const judge = useMutation({
    mutationFn: (body: { verdict: Verdict; because: string }) =>
      desk.call('judgeReportLink', { params: { reportId }, body: { ...body, linkId, reportId: other } }),
    onSuccess: () => {
      setWish(undefined)
      onSaved()
    },
  })
  const name = (verdict: Verdict): string =>
    verdict === null ? t.judging.undo : verdict === 'confirmed' ? t.judging.confirm : t.judging.reject
  const between = words.between(reportId, other)
  const choices: readonly Verdict[] = said ? [null] : ['confirmed', 'rejected']
  return (
    <li className="line">
      <span className="cluster">
        <span className={`tag ${link.strength === 'weak' ? 'tag-quiet' : ''}`}>
          {link.strength === 'strong' ? t.tip.strong : t.tip.weak}
        </span>
        <strong>{between}</strong>
        <span>
          <Told text={link.because} />
        </span>
      </span>
      {said ? (
        <span className="cluster small">
          <span className={`tag ${said.verdict === 'confirmed' ? 'tag-good' : 'tag-warn'}`}>
            {said.verdict === 'confirmed' ? t.judging.confirmed : t.judging.rejected}
          </span>
          <span>
            {t.judging.by(said.by)}, <Moment at={said.at} /> · {said.because}
          </span>
        </span>
      ) : null}
      {wish ? (
        <ReasonForm
          send={words.ofLink(name(wish.verdict), between)}
          busy={judge.isPending}
          error={judge.error}
          onSend={(because) => judge.mutate({ ...wish, because })}
          onCancel={() => setWish(undefined)}
        />
      ) : (
        <span className="cluster small no-print">
          {choices.map((verdict) => (
            <button
              key={verdict ?? ''}
              type="button"
              className="usa-button usa-button--unstyled"
              aria-label={words.ofLink(name(verdict), between)}
              onClick={() => {
                judge.reset()
                setWish({ verdict })
              }}
            >
              {name(verdict)}
            </button>
          ))}
        </span>
      )}
    </li>
  )
}
