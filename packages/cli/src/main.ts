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

try {
  process.exitCode = await run(process.argv.slice(2))
} catch (error) {
  // A refusal is a sentence for a person; anything else is a defect here, and says where.
  const refused = error instanceof Refused
  process.stderr.write(
    `tipline: ${refused || !(error instanceof Error) ? String(refused ? error.message : error) : process.env.TIPLINE_DEBUG ? error.stack : error.message}\n`,
  )
  process.exitCode = refused ? exitCodes[error.kind] : exitCodes.failed
}
