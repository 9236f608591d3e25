import { useEffect, useRef, useState } from 'react'
import type { Opened } from './fetchOpened.ts'

type Props = { opened: Opened; shown: boolean; filter: string; onFailed: () => void }

/** Sides of what is drawn, in pixels at most: small, and large enough to recognise. */
const sideMax = 480

/** A picture drawn only while it is shown: covered, the canvas holds no pixel of it. */
export const Picture = ({ opened, shown, filter, onFailed }: Props) => {
  const canvas = useRef<HTMLCanvasElement>(null)
  const [bitmap, setBitmap] = useState<ImageBitmap>()
  useEffect(() => {
    let gone = false
    let made: ImageBitmap | undefined
    createImageBitmap(opened.blob).then(
      (decoded) => {
        made = decoded
        if (gone) decoded.close()
        else setBitmap(decoded)
      },
      () => (gone ? undefined : onFailed()),
    )
    return () => {
      gone = true
      made?.close()
    }
    // The bytes are the one thing that decides it.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [opened.blob])
  useEffect(() => {
    const context = canvas.current?.getContext('2d')
    if (!context || !bitmap || !shown) return
    const { width, height } = fitted(bitmap)
    context.canvas.width = width
    context.canvas.height = height
    context.drawImage(bitmap, 0, 0, width, height)
    return () => {
      // Setting a size empties a canvas.
      context.canvas.width = 1
      context.canvas.height = 1
    }
  }, [bitmap, shown])
  return <canvas ref={canvas} width={1} height={1} hidden={!shown} style={{ filter }} aria-hidden="true" />
}

const fitted = ({ width, height }: ImageBitmap) => {
  const scale = Math.min(1, sideMax / Math.max(width, height))
  return { width: Math.max(1, Math.round(width * scale)), height: Math.max(1, Math.round(height * scale)) }
}
