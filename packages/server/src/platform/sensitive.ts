import { inspect } from 'node:util'

const withheld = '[withheld]'

/**
 * Something that no log, no message and no answer may show by accident: a password, a name, words of a report. However
 * it is printed it says `[withheld]`, and the log takes it as no fact. `reveal` gives it to whoever needs the thing itself.
 */
export class Sensitive<T> {
  readonly #value: T
  constructor(value: T) {
    this.#value = value
  }
  reveal(): T {
    return this.#value
  }
  toString(): string {
    return withheld
  }
  toJSON(): string {
    return withheld
  }
  [inspect.custom](): string {
    return withheld
  }
}
