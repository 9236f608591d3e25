/** The exit codes of every command. */
export const exitCodes = {
  /** What was asked is done. */
  done: 0,
  /** Something failed here; the message says what. Nothing is half done. */
  failed: 1,
  /** The words of the command are wrong. */
  usage: 2,
  /** The input was read and refused: the message says where and why. */
  refused: 3,
  /** A check found something wrong (lint, verify, doctor). */
  found: 4,
} as const
export type ExitKind = keyof typeof exitCodes

/** Ends the command with a sentence for a person and the exit code of its kind. */
export class Refused extends Error {
  readonly kind: Exclude<ExitKind, 'done'>
  constructor(kind: Exclude<ExitKind, 'done'>, message: string) {
    super(message)
    this.name = 'Refused'
    this.kind = kind
  }
}
