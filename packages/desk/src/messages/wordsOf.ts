import { useShownLanguage } from './messages.tsx'

/**
 * Words that come with a page of their own and not with the first list, which has to be light on a slow line. A test holds
 * both languages against each other as it does for the others.
 */
export const wordsOf =
  <Words>(en: Words, es: Words) =>
  (): Words =>
    useShownLanguage() === 'es' ? es : en
