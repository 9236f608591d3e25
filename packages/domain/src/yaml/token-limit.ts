import { Lexer } from 'yaml'

/**
 * Tokens of one text of an agency (a policy, a layer of law, a template) at most: three times what the largest that is
 * delivered has. Reading one takes time with its tokens, and with their square where it is one long map, so that a text
 * within the limit of characters could hold up everybody for seconds.
 */
const tokensMax = 9_000

/** What is wrong where a text has more; undefined where it has not. Looks at no more tokens than that. */
export const tokenFault = (text: string): string | undefined => {
  let tokens = 0
  for (const _ of new Lexer().lex(text)) {
    tokens += 1
    if (tokens > tokensMax)
      return `has more than ${tokensMax} parts (keys, values and signs): divide it, or take out what is not needed`
  }
  return undefined
}
