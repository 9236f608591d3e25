import type { ReactNode } from 'react'
import { Icon, type IconName } from './Icon.tsx'

const icons = { stated: 'provider', derived: 'machine', written: 'pen' } as const satisfies Record<
  string,
  IconName
>
export type VoiceName = keyof typeof icons

/** One of the three voices: its name in words, its mark and its edge run along everything it says. */
export const Voice = (props: { voice: VoiceName; title: string; about: string; children: ReactNode }) => (
  <section className={`voice voice-${props.voice}`} id={props.voice} aria-labelledby={`${props.voice}-voice`}>
    <div className="voice-head">
      <h2 id={`${props.voice}-voice`} tabIndex={-1}>
        <Icon name={icons[props.voice]} /> {props.title}
      </h2>
      <p className="small">{props.about}</p>
    </div>
    <div className="voice-body">{props.children}</div>
  </section>
)
