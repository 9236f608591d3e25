import type { MouseEvent, ReactNode } from 'react'
import { askProof } from '../../platform/proof.ts'
import { useSession } from './session.ts'

/** Where the proof would lapse while the browser is on its way, it is asked for already. */
const marginMs = 10_000

/**
 * A link by which the browser itself takes a file, of any length. The server gives it only to somebody who proved who
 * they are a moment ago, and a browser cannot show its dialog: so that is asked for before.
 */
export const ProvenDownload = (props: { href: string; name: string; children: ReactNode }) => {
  const { provenUntil } = useSession()
  const onClick = (event: MouseEvent<HTMLAnchorElement>): void => {
    if (Date.parse(provenUntil) - marginMs > Date.now()) return
    event.preventDefault()
    const link = event.currentTarget
    void askProof().then((proven) => {
      // React has shown the new proof by the next turn: this click goes straight on.
      if (proven) setTimeout(() => link.click(), 0)
    })
  }
  return (
    <a href={props.href} download={props.name} onClick={onClick}>
      {props.children}
    </a>
  )
}
