/** How long this person has looked since their last pause, on this page. Never sent: the server counts files, not seconds. */
let shownMs = 0
let lastShownAt = 0

/** Not looking for this long is a pause. */
const pauseMs = 5 * 60_000

/** Adds what was just looked at. */
export const addShown = (ms: number, now: number = Date.now()): void => {
  if (now - lastShownAt > pauseMs) shownMs = 0
  shownMs += ms
  lastShownAt = now
}

/** Whether a pause is suggested: a suggestion only, and never where the person chose none. */
export const pauseIsDue = (breakMinutes: number, now: number = Date.now()): boolean =>
  breakMinutes > 0 && now - lastShownAt <= pauseMs && shownMs >= breakMinutes * 60_000
