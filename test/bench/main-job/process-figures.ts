import { readdirSync, readFileSync } from 'node:fs'

/** Bytes of memory that a process has in use now (VmRSS). NaN where the system does not tell. */
export const residentBytes = (pid: number): number => {
  try {
    return Number(/^VmRSS:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]) * 1_024
  } catch {
    return Number.NaN
  }
}

/** Milliseconds of processor time that a process and its threads have used, those that ended too. NaN where the system does not tell. */
export const processorMs = (pid: number): number => {
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

/**
 * Milliseconds of processor time of a process and of all that it started: those that still run, and those that ended, which
 * the system adds to their parent. Without the latter the sum would fall whenever a session closes. NaN where the system does not tell.
 */
export const familyMs = (pid: number): number => {
  try {
    const running = readdirSync('/proc')
      .filter((name) => /^\d+$/.test(name))
      .map(Number)
      .filter((each) => each === pid || isChildOf(each, pid))
    return running.reduce((sum, each) => sum + (processorMs(each) || 0), endedMs(pid))
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

/** The fields of a `stat` from the third on: what stands before them may hold spaces. */
const statOf = (path: string): string[] => readFileSync(path, 'utf8').split(') ').at(-1)?.split(' ') ?? []

const taskMs = (path: string): number => {
  const fields = statOf(path)
  return (Number(fields[11]) + Number(fields[12])) * 10
}

/** cutime and cstime: what its ended and awaited children had used. */
const endedMs = (pid: number): number => {
  const fields = statOf(`/proc/${pid}/stat`)
  return (Number(fields[13]) + Number(fields[14])) * 10
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
