import { type PromptForce, promptForces, promptList } from '@opentipline/domain'
import { useLocation } from '@tanstack/react-router'
import { useEffect } from 'react'
import { useMessages, useShownLanguage } from '../../messages/messages.tsx'
import { promptAnchor } from '../../ui/Asked.tsx'
import { Force } from '../../ui/Force.tsx'
import { Section } from '../../ui/Section.tsx'
import { useTitle } from '../../ui/useTitle.ts'

/** Every prompt, step and moment of the product, by how far it binds. */
export const AskedPage = () => {
  const t = useMessages()
  useTitle(t.prompts.way)
  const { hash } = useLocation()
  useEffect(() => {
    if (hash) document.getElementById(hash)?.scrollIntoView({ block: 'center' })
  }, [hash])
  return (
    <div className="page page-narrow stack">
      <h1 tabIndex={-1}>{t.prompts.title}</h1>
      <p className="lead">{t.prompts.lead}</p>
      {promptForces.map((force) => (
        <OfForce key={force} force={force} marked={hash} />
      ))}
    </div>
  )
}

const OfForce = ({ force, marked }: { force: PromptForce; marked: string }) => {
  const t = useMessages()
  const own = promptList.filter((prompt) => prompt.force === force)
  return (
    <Section level={2} id={`force-${force.replace(' ', '-')}`} title={<Force force={force} />}>
      <p className="muted">{t.prompts.forceAbout[force]}</p>
      {own.length === 0 ? <p>{t.prompts.none}</p> : null}
      <ul className="line-list">
        {own.map((prompt) => (
          <Line key={prompt.id} prompt={prompt} marked={marked === promptAnchor(prompt.id)} />
        ))}
      </ul>
    </Section>
  )
}

const Line = ({ prompt, marked }: { prompt: (typeof promptList)[number]; marked: boolean }) => {
  const t = useMessages()
  const language = useShownLanguage()
  const { id, kind, force, entry, what, why } = prompt
  const authority = entry ?? (force === 'agency policy' ? t.prompts.ownPolicy : t.prompts.noAuthority)
  return (
    <li className={`line ${marked ? 'is-marked' : ''}`} id={promptAnchor(id)}>
      <strong>{what[language]}</strong>
      <span>{why[language]}</span>
      <span className="small muted">
        {t.prompts.kinds[kind]} · {t.prompts.authority}: {authority}
      </span>
    </li>
  )
}
