import { readdirSync, readFileSync } from 'node:fs'

/** Bytes of memory that a process has in use now (VmRSS). NaN where the system does not tell. */
export const residentBytes = (pid: number): number => {
  try {
    return Number(/^VmRSS:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]) * 1_024
  } catch {
    return Number.NaN
  }
}

/** Milliseconds of processor time that a process and its threads have used. NaN where the system does not tell. */
const processorMs = (pid: number): number => {
  try {
    // utime and stime, in ticks of 10 ms.
    return taskMs(`/proc/${pid}/stat`)
  } catch {
    return Number.NaN
  }
}

/** The process that started another one, as the system tells. */
export const parentOf = (pid: number): number =>
  Number(readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ')[1])

/** Milliseconds of processor time of a process and of those it started that still run. NaN where the system does not tell. */
export const familyMs = (pid: number): number => {
  try {
    const pids = readdirSync('/proc')
      .filter((name) => /^\d+$/.test(name))
      .map(Number)
    const own = pids.filter((each) => each === pid || isChildOf(each, pid))
    return own.reduce((sum, each) => sum + (processorMs(each) || 0), 0)
  } catch {
    return Number.NaN
  }
}

const isChildOf = (pid: number, parent: number): boolean => {
  try {
    return parentOf(pid) === parent
  } catch {
    // It has ended meanwhile.
    return false
  }
}

/** Milliseconds of processor time of each thread of a process, by the thread's number. */
export const threadsMs = (pid: number): Map<number, number> => {
  try {
    return new Map(
      readdirSync(`/proc/${pid}/task`).map((task) => [
        Number(task),
        taskMs(`/proc/${pid}/task/${task}/stat`),
      ]),
    )
  } catch {
    return new Map()
  }
}

const taskMs = (path: string): number => {
  const fields = readFileSync(path, 'utf8').split(') ')[1]?.split(' ') ?? []
  return (Number(fields[11]) + Number(fields[12])) * 10
}

/** Looks at the memory every `everyMs` until stopped; gives the most that was seen. */
export const watchMemory = (pid: number, everyMs = 25): { stop(): number } => {
  let most = residentBytes(pid)
  const timer = setInterval(() => (most = Math.max(most, residentBytes(pid))), everyMs)
  return {
    stop: () => {
      clearInterval(timer)
      return most
    },
  }
}
