import type { ReactNode } from 'react'

/** `note`: what explains the field, beside its name. */
export type Fact = { name: string; value: ReactNode; at?: string; note?: ReactNode }

const isPresent = (value: ReactNode): boolean =>
  value !== undefined && value !== null && value !== '' && value !== false

/** Names and values. What was not stated has no line; what matters when absent says so in its value. */
export const Facts = ({ facts }: { facts: readonly Fact[] }) => {
  const present = facts.filter(({ value }) => isPresent(value))
  if (present.length === 0) return null
  return (
    <dl className="facts">
      {present.map(({ name, value, at, note }) => (
        <div key={`${name} ${at ?? ''}`} className="fact" data-at={at}>
          <dt>
            {name}
            {note}
          </dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  )
}
