/** Fetches the script of the tip page: not needed for the first list, and there before the first tip is opened. */
export const loadTipRoute = () => import('./TipRoute.tsx')
