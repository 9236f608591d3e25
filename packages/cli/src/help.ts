import { type Command, commands } from './commands/index.ts'

const width = (list: readonly Command[]): number => Math.max(...list.map((command) => command.name.length))

/** The overview, or the help of one command. */
export const printHelp = (words: string[]): void => {
  const wanted = commands.find((command) => command.name === words.join(' '))
  if (wanted) {
    process.stdout.write(
      `tipline ${wanted.usage}\n\n${wanted.about}\n${wanted.details ? `\n${wanted.details}\n` : ''}`,
    )
    return
  }
  const column = width(commands) + 2
  const lines = commands.map((command) => `  ${command.name.padEnd(column)}${command.about}`)
  process.stdout.write(
    `OpenTipline: receives reports from online services and helps police agencies decide what to work first.\n\n${lines.join('\n')}\n\ntipline help NAME tells the words of one command. Every command takes --json and --help.\nExit codes: 0 done, 1 failed, 2 wrong words, 3 input refused, 4 something found.\n`,
  )
}
