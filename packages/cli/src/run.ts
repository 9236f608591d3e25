import { type Command, commands } from './commands/index.ts'
import { exitCodes, Refused } from './exit.ts'
import { printHelp } from './help.ts'

/** Finds the command of the given words: `provider add NAME`. */
const findCommand = (words: string[]): { command: Command; rest: string[] } | undefined => {
  const command = commands.find(({ name }) => name.split(' ').every((word, index) => words[index] === word))
  return command && { command, rest: words.slice(command.name.split(' ').length) }
}

const run = async (words: string[]): Promise<number> => {
  if (words.length === 0 || words[0] === 'help' || words[0] === '--help' || words[0] === '-h') {
    printHelp(words[0] === 'help' ? words.slice(1) : [])
    return exitCodes.done
  }
  const found = findCommand(words)
  if (!found) throw new Refused('usage', `There is no command "${words.join(' ')}". Run: tipline help`)
  if (found.rest.includes('--help') || found.rest.includes('-h')) {
    printHelp(found.command.name.split(' '))
    return exitCodes.done
  }
  return found.command.run(found.rest)
}

/** Runs the command of the given words; gives its exit code, having told on standard error what went wrong. */
export const runWords = async (words: string[]): Promise<number> => {
  try {
    return await run(words)
  } catch (error) {
    // A refusal is a sentence for a person; anything else is a defect here, and says where.
    const refused = error instanceof Refused
    const why = error instanceof Error ? error.message : String(error)
    const told = !refused && error instanceof Error && process.env.TIPLINE_DEBUG ? error.stack : why
    process.stderr.write(`tipline: ${told}\n`)
    return refused ? exitCodes[error.kind] : exitCodes.failed
  }
}
