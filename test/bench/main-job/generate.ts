import { fork } from 'node:child_process'
import { join } from 'node:path'
import type { Done, Filed, FromGenerator, Job } from './generator.ts'

/**
 * Runs a job in a process of its own. `onFiled` is told of complete reports shortly after each, `onWarm` when the
 * counted time begins.
 */
export const generate = (
  job: Job,
  onFiled: (filed: Filed[]) => void = () => undefined,
  onWarm: () => void = () => undefined,
): Promise<Done> =>
  new Promise((resolve, reject) => {
    const child = fork(join(import.meta.dirname, 'generator.ts'))
    child.on('message', (message: FromGenerator) => {
      if (message.kind === 'filed') onFiled(message.filed)
      else if (message.kind === 'warm') onWarm()
      else if (message.kind === 'done') resolve(message)
      else reject(new Error(`the load generator failed: ${message.why}`))
    })
    child.once('exit', (code) => reject(new Error(`the load generator ended with ${code}`)))
    child.send(job)
  })
