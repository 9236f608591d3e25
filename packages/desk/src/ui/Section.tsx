import type { ReactNode } from 'react'

type Props = {
  id: string
  title: ReactNode
  /** 2 where it stands on the page itself, 3 inside a voice. */
  level?: 2 | 3
  about?: string
  aside?: ReactNode
  children: ReactNode
}

/** A titled part of a page that can be jumped to by its id. */
export const Section = ({ id, title, level = 3, about, aside, children }: Props) => {
  const Heading = `h${level}` as const
  return (
    <section id={id} className="section" aria-labelledby={`${id}-title`}>
      <div className="section-head">
        <Heading id={`${id}-title`} className="section-title" tabIndex={-1}>
          {title}
        </Heading>
        {aside}
      </div>
      {about ? <p className="muted small section-about">{about}</p> : null}
      {children}
    </section>
  )
}
