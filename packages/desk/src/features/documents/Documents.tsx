import { mayEverDo } from '@opentipline/domain'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useMessages } from '../../messages/messages.tsx'
import { reading } from '../../platform/api.ts'
import { ErrorNotice } from '../../ui/ErrorNotice.tsx'
import { Section } from '../../ui/Section.tsx'
import { useSession } from '../people/session.ts'
import { MadeLine } from './MadeLine.tsx'
import { MakeForm } from './MakeForm.tsx'

/** What was made of the tip's facts, what people said of its sending, and where a further one is made. */
export const Documents = ({ tipId }: { tipId: string }) => {
  const { documents: words } = useMessages()
  const { role } = useSession().actingFor
  const may = mayEverDo('listTipDocuments', role)
  const told = useQuery({ ...reading('listTipDocuments', { params: { tipId } }), enabled: may })
  const [madeOnce, setMadeOnce] = useState(false)
  if (!may) return null
  return (
    <Section level={2} id="made-documents" title={words.title} about={words.about}>
      {told.isError ? <ErrorNotice error={told.error} onRetry={() => void told.refetch()} /> : null}
      {told.data?.made.length === 0 ? <p className="muted">{words.none}</p> : null}
      {told.data && told.data.made.length > 0 ? (
        <ul className="line-list" aria-label={words.list}>
          {told.data.made.map((made) => (
            <MadeLine key={made.madeId} tipId={tipId} made={made} />
          ))}
        </ul>
      ) : null}
      <p role="status">{madeOnce ? words.made : ''}</p>
      {told.data ? (
        <MakeForm
          tipId={tipId}
          templates={told.data.templates}
          onStart={() => setMadeOnce(false)}
          onMade={() => setMadeOnce(true)}
        />
      ) : null}
    </Section>
  )
}
