import { useMessages } from '../../messages/messages.tsx'
import { ErrorNotice } from '../../ui/ErrorNotice.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { PasskeyCancelled, PasskeyRefused } from './passkey.ts'

/** What came of asking for a passkey, where it was not one. */
export const PasskeyError = ({ error }: { error: unknown }) => {
  const t = useMessages()
  if (error instanceof PasskeyCancelled) return <Notice tone="info">{t.people.passkeyCancelled}</Notice>
  if (error instanceof PasskeyRefused)
    return <Notice tone="warn">{t.people.passkeyRefused(error.message)}</Notice>
  return <ErrorNotice error={error} />
}
