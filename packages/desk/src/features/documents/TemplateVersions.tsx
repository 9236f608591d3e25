import type { TemplateVersion } from '@opentipline/contract'
import { useShownLanguage } from '../../messages/messages.tsx'
import { Moment } from '../../ui/Moment.tsx'

/** They come with the page of templates and not with the first one. */
const en = {
  title: 'Versions of your agency’s own text',
  version: (version: number, by: string) => `Version ${version}, by ${by}`,
  dropped: (by: string) => `Put out of use by ${by}`,
  text: 'Text',
}
const es: typeof en = {
  title: 'Versiones del texto propio de su agencia',
  version: (version, by) => `Versión ${version}, de ${by}`,
  dropped: (by) => `Dejada de usar por ${by}`,
  text: 'Texto',
}

/** Every version with who wrote it, when and why, and its text; those put out of use among them. */
export const TemplateVersions = ({ versions }: { versions: readonly TemplateVersion[] }) => {
  const words = useShownLanguage() === 'es' ? es : en
  return (
    <details>
      <summary>
        {words.title} ({versions.length})
      </summary>
      <ul className="line-list">
        {versions.map(({ version, by, at, because, text, dropped }) => (
          <li key={version} className="line">
            <span>
              {words.version(version, by)}, <Moment at={at} />: {because}
            </span>
            {dropped ? (
              <span className="small">
                {words.dropped(dropped.by)}, <Moment at={dropped.at} />: {dropped.because}
              </span>
            ) : null}
            <details>
              <summary className="small">{words.text}</summary>
              <pre
                className="raw"
                tabIndex={0}
                role="region"
                aria-label={`${words.text} ${version}`}
                lang="en"
              >
                {text}
              </pre>
            </details>
          </li>
        ))}
      </ul>
    </details>
  )
}
