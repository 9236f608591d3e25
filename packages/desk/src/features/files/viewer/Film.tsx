import { useEffect, useRef, useState } from 'react'
import type { Opened } from './fetchOpened.ts'

type Props = { opened: Opened; shown: boolean; filter: string; muted: boolean; onFailed: () => void }

/** A film that runs only while it is shown, from where it stood. Without sound unless the person chose sound. */
export const Film = ({ opened, shown, filter, muted, onFailed }: Props) => {
  const video = useRef<HTMLVideoElement>(null)
  const [url, setUrl] = useState<string>()
  useEffect(() => {
    const made = URL.createObjectURL(opened.blob)
    setUrl(made)
    return () => URL.revokeObjectURL(made)
  }, [opened.blob])
  useEffect(() => {
    const film = video.current
    if (!film) return
    if (shown) film.play().catch(() => undefined)
    else film.pause()
  }, [shown])
  return (
    <video
      ref={video}
      src={url}
      muted={muted}
      loop
      playsInline
      preload="auto"
      hidden={!shown}
      style={{ filter }}
      onError={onFailed}
      aria-hidden="true"
    />
  )
}
