import type { AreaAgency } from '@opentipline/contract'
import { useClearinghouseWords } from './words.ts'

const tones = { verified: 'tag-good', secondary: '', recalled: 'tag-quiet', uncertain: 'tag-warn' } as const

/** How sure an entry is, in words. */
export const MarkTag = ({ mark }: { mark: AreaAgency['mark'] }) => {
  const { marks } = useClearinghouseWords()
  return <span className={`tag tag-wrap ${tones[mark]}`}>{marks[mark]}</span>
}
