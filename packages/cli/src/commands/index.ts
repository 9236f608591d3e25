import { demo } from './demo.ts'
import { providerAdd } from './provider-add.ts'
import { serve } from './serve.ts'
import { start } from './start.ts'

/** One command: its words, what it does in a line, and the doing. Gives the exit code. */
export type Command = {
  name: string
  usage: string
  about: string
  details?: string
  run(words: string[]): Promise<number>
}

/** Every command, in the order of the help. */
export const commands: readonly Command[] = [start, serve, demo, providerAdd]
