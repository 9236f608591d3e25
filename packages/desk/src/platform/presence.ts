/** Whether somebody is at the desk: what they touch counts, what the page does by itself does not. */

/** Without a touch for so long, what the page asks is asked by itself. */
const attendedMs = 60_000
const touches = ['pointerdown', 'pointermove', 'keydown', 'wheel', 'touchstart'] as const

/** A person with two screens touches one page at a time: where they last touched any is kept for all pages of the browser. */
const key = 'tipline.touched-at'
/** A hand on the mouse touches a hundred times a second; the other pages need not know it so exactly. */
const saidEveryMs = 2_000
let touchedAt = 0
let saidAt = 0

/** Somebody touched this page, or has just proven who they are. */
export const noteTouch = (): void => {
  touchedAt = Date.now()
  if (Math.abs(touchedAt - saidAt) < saidEveryMs) return
  saidAt = touchedAt
  try {
    localStorage.setItem(key, String(touchedAt))
  } catch {
    // Where a browser refuses storage each page counts for itself.
  }
}

for (const name of touches) window.addEventListener(name, noteTouch, { capture: true, passive: true })
noteTouch()

const touchedElsewhereAt = (): number => {
  try {
    return Number(localStorage.getItem(key) ?? 0)
  } catch {
    return 0
  }
}

/** How long nobody has touched any page of the desk in this browser. */
export const untouchedMs = (): number => {
  const now = Date.now()
  const elsewhere = touchedElsewhereAt()
  // A moment to come was written by a clock that has been set back since.
  return now - (elsewhere > touchedAt && elsewhere <= now ? elsewhere : touchedAt)
}

/** Says to the server that a call comes by itself: such calls keep no session open. */
export const presenceHeaders = (): Record<string, string> =>
  untouchedMs() > attendedMs ? { 'tipline-unattended': '1' } : {}
