import { readFile } from 'node:fs/promises'
import { type Policy, type PolicyProblem, readPolicyYaml } from '@opentipline/domain'
import { Refused } from '../exit.ts'

/** `FILE:LINE:COLUMN path message`, as editors understand it. */
export const problemLine = (file: string, { path, message, line, column }: PolicyProblem): string =>
  `${file}:${line ?? 1}:${column ?? 1} ${path} ${message}`

/** The text of a file the operator names; a missing one is refused in a sentence. */
export const readText = async (file: string): Promise<string> => {
  try {
    return await readFile(file, 'utf8')
  } catch (error) {
    throw new Refused(
      'usage',
      `${file} cannot be read: ${error instanceof Error ? error.message : String(error)}`,
    )
  }
}

/** A policy file that must be in order; else the refusal tells every problem with its line. */
export const readPolicy = async (file: string): Promise<Policy> => {
  const read = readPolicyYaml(await readText(file))
  if (!read.ok)
    throw new Refused('refused', read.problems.map((problem) => problemLine(file, problem)).join('\n'))
  return read.policy
}
