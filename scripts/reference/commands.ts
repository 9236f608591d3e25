import { commands } from '../../packages/cli/src/commands/index.ts'
import { exitCodes, type ExitKind } from '../../packages/cli/src/exit.ts'
import { page, table } from './markdown.ts'

const meanings: Record<ExitKind, string> = {
  done: 'What was asked is done.',
  failed: 'Something failed here; the message says what.',
  usage: 'The words of the command are wrong.',
  refused: 'The input was read and refused; the message says where and why.',
  found: 'A check found something.',
}

/** The commands and their exit codes. */
export const commandsPage = (): string =>
  page(
    'Commands',
    'Run as `npx tipline …` in the repository. Every command takes `--json` (one JSON value on standard output) and `--help`. Messages for people go to standard error when they are not the answer.',
    ...commands.map(
      ({ name, usage, about, details }) =>
        `## ${name}\n\n\`tipline ${usage}\`\n\n${about}${details ? `\n\n\`\`\`text\n${details}\n\`\`\`` : ''}`,
    ),
    '## Exit codes',
    table(
      ['code', 'meaning'],
      Object.entries(meanings).map(([kind, meaning]) => [String(Reflect.get(exitCodes, kind)), meaning]),
    ),
  )
