import { parseArgs, type ParseArgsOptionsConfig } from 'node:util'

/**
 * The options a command was started with. Asked for help it tells `usage` and ends; what it does not know ends it with code 2, in
 * words and with the same usage.
 */
export const optionsOf = <T extends ParseArgsOptionsConfig>(usage: string, options: T) => {
  if (process.argv.some((each) => each === '--help' || each === '-h')) {
    console.log(usage)
    process.exit(0)
  }
  try {
    return parseArgs({ options }).values
  } catch (error) {
    console.error(`${error instanceof Error ? error.message : String(error)}\n\n${usage}`)
    process.exit(2)
  }
}
