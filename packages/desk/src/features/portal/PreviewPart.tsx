import type { FilingPreview } from '@opentipline/contract'
import { useMessages } from '../../messages/messages.tsx'
import { Section } from '../../ui/Section.tsx'
import { usePortalWords } from './words.ts'

const tones = { present: 'tag-good', absent: 'tag-warn', unknown: '', 'not needed': 'tag-quiet' } as const

/** What somebody at a desk could work with of one document, and what would help most. */
export const PreviewPart = ({ preview }: { preview: FilingPreview | null }) => {
  const { preview: t } = usePortalWords()
  const { parts: names } = useMessages().loop
  return (
    <Section level={2} id="preview" title={t.title} about={preview ? t.about : undefined}>
      {preview ? (
        <>
          <dl className="part-list">
            {preview.parts.map(({ part, state }) => (
              <div key={part}>
                <dt>{names[part]}</dt>
                <dd>
                  <span className={`tag ${tones[state]}`}>{t.states[state]}</span>
                </dd>
              </div>
            ))}
          </dl>
          {preview.couldAdd.length > 0 ? (
            <>
              <h3 className="small-title">{t.couldAdd}</h3>
              <ul className="plain-list">
                {preview.couldAdd.map((each) => (
                  <li key={each}>{each}</li>
                ))}
              </ul>
            </>
          ) : null}
        </>
      ) : (
        <p>{t.none}</p>
      )}
    </Section>
  )
}
