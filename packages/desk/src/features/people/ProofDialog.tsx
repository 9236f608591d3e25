import type { SessionView } from '@opentipline/contract'
import { useMessages } from '../../messages/messages.tsx'
import { endProof, useProofAsked } from '../../platform/proof.ts'
import { Dialog } from '../../ui/Dialog.tsx'
import { ProveButton } from './ProveButton.tsx'

/** Opens wherever an act asks for a fresh proof of who one is; the act goes on when it is given. */
export const ProofDialog = ({ session }: { session: SessionView }) => {
  const t = useMessages()
  if (!useProofAsked() || session.locked) return null
  return (
    <Dialog title={t.people.proveTitle} onClose={() => endProof(false)}>
      <div className="stack">
        <p>{t.people.proveLead}</p>
        <ProveButton session={session} onProven={() => endProof(true)} />
      </div>
    </Dialog>
  )
}
