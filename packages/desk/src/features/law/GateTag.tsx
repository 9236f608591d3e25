import type { GateAnswer } from '@opentipline/contract'
import { useMessages } from '../../messages/messages.tsx'

const tones: Record<GateAnswer, string> = {
  'no warrant needed': 'tag-good',
  'warrant needed': 'tag-strong',
  unsettled: 'tag-warn',
}

/** The answer of the gate in a word; its tone repeats what the word says. */
export const GateTag = ({ answer }: { answer: GateAnswer }) => {
  const t = useMessages()
  return <span className={`tag ${tones[answer]}`}>{t.law.answers[answer]}</span>
}
