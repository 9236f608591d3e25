import { Problem } from './problem.ts'

/** Nesting of a JSON body. The deepest that an operation takes has fewer than ten levels. */
const jsonDepthMax = 32

/** Refuses a body that is nested deeper than anything an operation takes. Does not recurse. @throws Problem bad-request */
export const refuseDeep = (body: unknown): void => {
  let level: unknown[] = [body]
  for (let depth = 0; level.length > 0; depth++) {
    if (depth > jsonDepthMax)
      throw new Problem('bad-request', `The body is nested deeper than ${jsonDepthMax} levels.`)
    level = level.flatMap((each) =>
      typeof each === 'object' && each !== null && !Buffer.isBuffer(each) ? Object.values(each) : [],
    )
  }
}
