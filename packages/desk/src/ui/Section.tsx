import type { ReactNode } from 'react'

/** A titled part of a page that can be jumped to by its id. */
export const Section = (props: {
  id: string
  title: ReactNode
  about?: string
  children: ReactNode
  aside?: ReactNode
}) => (
  <section id={props.id} className="section" aria-labelledby={`${props.id}-title`}>
    <div className="section-head">
      <h3 id={`${props.id}-title`} tabIndex={-1}>
        {props.title}
      </h3>
      {props.aside}
    </div>
    {props.about ? <p className="muted small section-about">{props.about}</p> : null}
    {props.children}
  </section>
)
