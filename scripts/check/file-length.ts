import type { Check } from './project.ts'

/** More than this and a file has more than one subject, or more than a reviewer keeps in mind. */
export const linesMax = 450

/** No source file is longer than the limit. Data and generated files are not read by people line by line. */
export const fileLengthCheck: Check = {
  name: 'file length',
  run: (project) =>
    [...project.files].flatMap(([file, text]) => {
      const lines = text.split('\n').length - 1
      if (!/\.(ts|tsx|mjs|sql|scss)$/.test(file) || /\.generated\./.test(file) || lines <= linesMax) return []
      return [{ file, message: `has ${lines} lines; the limit is ${linesMax}. Split it by subject.` }]
    }),
}
