/** Whether somebody is at the desk: what they touch counts, what the page does by itself does not. */

/** Without a touch for so long, what the page asks is asked by itself. */
const attendedMs = 60_000
const touches = ['pointerdown', 'pointermove', 'keydown', 'wheel', 'touchstart'] as const

let touchedAt = Date.now()
for (const name of touches)
  window.addEventListener(name, () => (touchedAt = Date.now()), { capture: true, passive: true })

/** How long nobody has touched the desk. */
export const untouchedMs = (): number => Date.now() - touchedAt

/** Says that somebody is there: they have just proven who they are. */
export const noteTouch = (): void => {
  touchedAt = Date.now()
}

/** Says to the server that a call comes by itself: such calls keep no session open. */
export const presenceHeaders = (): Record<string, string> =>
  untouchedMs() > attendedMs ? { 'tipline-unattended': '1' } : {}
