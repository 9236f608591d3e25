import { posix } from 'node:path'
import { type Check, type Fault, lineAt, type Project } from './project.ts'

/** Folders of one person's or one workplace's machine. A reader elsewhere has none of them. */
const machinePath = /(?<![\w.-])\/(?:work|farm|home|Users|tmp\/team)\/[\w.-]+/g
/** A folder beside the repository that the project is written from, but does not come with. */
const sharedPath = /(?:\.\.\/)+shared\b[\w./-]*/g

/** A path that climbs to a folder "shared" is fine where such a folder is part of the project. */
const climbsOut = (project: Project, file: string, path: string): boolean => {
  const target = posix.join(posix.dirname(file), path).replace(/\/$/, '')
  return ![...project.files.keys()].some((each) => each === target || each.startsWith(`${target}/`))
}

const faultsIn = (project: Project, file: string, text: string): Fault[] => [
  ...[...text.matchAll(machinePath)].map((match) => ({
    file,
    line: lineAt(text, match.index),
    message: `names ${match[0]}, a folder of one machine. Say it without, or use a path within the project.`,
  })),
  ...[...text.matchAll(sharedPath)]
    .filter((match) => climbsOut(project, file, match[0]))
    .map((match) => ({
      file,
      line: lineAt(text, match.index),
      message: `names ${match[0]}, which is not part of the project. Keep the fact here, in the project's own form.`,
    })),
]

/** The project speaks of itself alone. */
export const outsideCheck: Check = {
  name: 'nothing outside',
  run: (project) =>
    [...project.files]
      .filter(([file]) => !file.startsWith('scripts/check/outside'))
      .flatMap(([file, text]) => faultsIn(project, file, text)),
}
