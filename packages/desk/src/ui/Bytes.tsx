import { useMessages, useShownLanguage } from '../messages/messages.tsx'

/** A number of bytes, written as the chosen language writes numbers and not as the browser would. */
export const Bytes = ({ count }: { count: number }) => {
  const t = useMessages()
  return <>{t.tip.bytes(count.toLocaleString(useShownLanguage()))}</>
}
