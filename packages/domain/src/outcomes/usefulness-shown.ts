/** With fewer outcomes than this, a number by usefulness would point at a single report of somebody's. */
const outcomesForSharesMin = 5

/** Whether so many outcomes may be told apart by usefulness. */
export const usefulnessShown = (given: number): boolean => given >= outcomesForSharesMin
