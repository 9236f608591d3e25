import type { LawView } from '@opentipline/contract'
import { useQuery } from '@tanstack/react-query'
import { useLocation } from '@tanstack/react-router'
import { useEffect } from 'react'
import { useMessages } from '../../messages/messages.tsx'
import { reading } from '../../platform/api.ts'
import { ErrorNotice } from '../../ui/ErrorNotice.tsx'
import { Loading } from '../../ui/Loading.tsx'
import { useTitle } from '../../ui/useTitle.ts'
import { Duty } from './Duty.tsx'
import { Entries } from './Entries.tsx'
import { ForumPart } from './ForumPart.tsx'
import { Gates } from './Gates.tsx'
import { OwnLayer } from './OwnLayer.tsx'

/** The legal pack as it holds at the agency: its forum, what follows for files, the duty there is or is not, every entry. */
export const LawPage = () => {
  const t = useMessages()
  useTitle(t.law.title)
  const law = useQuery(reading('readLaw', {}))
  return (
    <div className="page stack">
      <h1 tabIndex={-1}>{t.law.title}</h1>
      {law.isPending ? <Loading /> : null}
      {law.isError ? <ErrorNotice error={law.error} onRetry={() => void law.refetch()} /> : null}
      {law.data ? <Parts law={law.data} /> : null}
    </div>
  )
}

const Parts = ({ law }: { law: LawView }) => {
  const t = useMessages()
  const { hash } = useLocation()
  // The part that an address names is there only now that the pack has come.
  useEffect(() => {
    if (hash) document.getElementById(hash)?.scrollIntoView()
  }, [hash])
  return (
    <>
      <p className="lead">{t.law.lead(law.asOf)}</p>
      <ForumPart law={law} />
      <Gates law={law} />
      <Duty law={law} />
      <Entries law={law} />
      <OwnLayer key={law.versions.length} law={law} />
    </>
  )
}
