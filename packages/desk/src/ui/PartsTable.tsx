import type { Scorecard } from '@opentipline/contract'
import { useMessages } from '../messages/messages.tsx'

type Words = Record<'part' | 'present' | 'absent' | 'unknown' | 'notNeeded', string>
type Props = {
  parts: Scorecard['parts']
  words: Words
  /** What the table is of; it can be scrolled, and is named by it. */
  name: string
  caption?: string | undefined
}

/** In how many reports each part that makes a report workable is there. */
export const PartsTable = ({ parts, words, name, caption }: Props) => {
  const { parts: names } = useMessages().loop
  return (
    <div className="table-wrap" role="region" aria-label={name} tabIndex={0}>
      <table className="table">
        {caption ? <caption>{caption}</caption> : null}
        <thead>
          <tr>
            <th scope="col">{words.part}</th>
            <th scope="col">{words.present}</th>
            <th scope="col">{words.absent}</th>
            <th scope="col">{words.unknown}</th>
            <th scope="col">{words.notNeeded}</th>
          </tr>
        </thead>
        <tbody>
          {parts.map((each) => (
            <tr key={each.part}>
              <th scope="row">{names[each.part]}</th>
              <td>{each.present}</td>
              <td>{each.absent}</td>
              <td>{each.unknown}</td>
              <td>{each.notNeeded}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
