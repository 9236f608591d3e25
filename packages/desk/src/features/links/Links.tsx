import type { LinkView } from '@opentipline/contract'
import { Link } from '@tanstack/react-router'
import { useMessages } from '../../messages/messages.tsx'
import { Icon } from '../../ui/Icon.tsx'
import { Section } from '../../ui/Section.tsx'
import { LinkVerdictLine } from './LinkVerdictLine.tsx'
import { Told } from '../../ui/Told.tsx'

const strongFirst = (a: LinkView, b: LinkView): number =>
  Number(b.strength === 'strong') - Number(a.strength === 'strong')

/** Other reports that share an identifier, strong ones first, each with its reason. */
export const Links = ({ tipId, links }: { tipId: string; links: readonly LinkView[] }) => {
  const t = useMessages()
  return (
    <Section id="links" title={t.tip.links}>
      {links.length === 0 ? <p className="muted">{t.tip.noLinks}</p> : null}
      <ul className="line-list">
        {links.toSorted(strongFirst).map((link) => (
          <li
            className="line"
            key={`${link.reportId} ${link.linkId ?? ''}`}
            data-at={`link:${link.reportId}`}
          >
            <span className="cluster">
              <Icon name="link" />
              <span className={`tag ${link.strength === 'weak' ? 'tag-quiet' : ''}`}>
                {link.strength === 'strong' ? t.tip.strong : t.tip.weak}
              </span>
              {link.tipId ? (
                <Link to="/tips/$tipId" params={{ tipId: link.tipId }} search={{}}>
                  {link.reportId}
                </Link>
              ) : (
                <strong>{link.reportId}</strong>
              )}
              <span>
                <Told text={link.because} />
              </span>
            </span>
            {link.tipId ? null : <span className="small muted">{t.tip.linkElsewhere}</span>}
            {link.linkId ? <LinkVerdictLine tipId={tipId} link={link} linkId={link.linkId} /> : null}
          </li>
        ))}
      </ul>
    </Section>
  )
}
