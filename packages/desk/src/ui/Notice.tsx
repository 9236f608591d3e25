import type { ReactNode } from 'react'
import { Icon, type IconName } from './Icon.tsx'

const icons = { info: 'info', warn: 'warn', alarm: 'warn', good: 'good' } as const satisfies Record<
  string,
  IconName
>
export type NoticeTone = keyof typeof icons

/** A box that tells a state in words. `alarm` is announced at once; the others are read in their turn. */
export const Notice = (props: { tone: NoticeTone; children: ReactNode; quiet?: boolean }) => (
  <div
    className={`notice notice-${props.tone}`}
    role={props.tone === 'alarm' && !props.quiet ? 'alert' : undefined}
  >
    <Icon name={icons[props.tone]} />
    <div className="stack-tight">{props.children}</div>
  </div>
)
