export type Progress = { show(done: number): void; end(): void }

const barCharacters = 30
/** Without a terminal a line is written at each of so many equal steps: a log stays readable. */
const plainSteps = 4

const bar = (label: string, total: number): Progress => {
  const out = process.stderr
  return {
    show: (done) => {
      const filled = Math.round((done / Math.max(total, 1)) * barCharacters)
      out.write(`\r${label} [${'#'.repeat(filled)}${'.'.repeat(barCharacters - filled)}] ${done} of ${total}`)
    },
    end: () => void out.write('\n'),
  }
}

const plain = (label: string, total: number): Progress => {
  let told = -1
  return {
    show: (done) => {
      const step = Math.floor((done / Math.max(total, 1)) * plainSteps)
      if (step === told) return
      told = step
      process.stderr.write(`${label} ${done} of ${total}\n`)
    },
    end: () => undefined,
  }
}

/** Progress on standard error: a bar on a terminal, a few plain lines elsewhere. */
export const openProgress = (label: string, total: number): Progress =>
  process.stderr.isTTY ? bar(label, total) : plain(label, total)
