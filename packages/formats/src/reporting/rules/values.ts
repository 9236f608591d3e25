import { isIP } from 'node:net'
import { urlNeedsScheme, whiteSpaceInUrlRefused } from '../choices.ts'
import { lengthOf } from '../xml/characters.ts'

export const isBlank = (text: string): boolean => text.trim() === ''

const parses = (url: string): boolean => URL.canParse(url)
const whiteSpace = /[\s\u007f-\u009f]/

const schemed = /^[a-z][a-z0-9+.-]*:\/\//i

/** A URL, or one without its scheme (a host, perhaps with a path), as the choices say. */
export const isUrl = (text: string): boolean => {
  if (whiteSpaceInUrlRefused && whiteSpace.test(text)) return false
  return parses(text) || (!urlNeedsScheme && !schemed.test(text) && parses(`http://${text}`))
}

const emailLocalMax = 64
const domain = /^(?:\[[0-9A-Za-z:.]+\]|[^\s@.,;:<>()[\]"\\]+(?:\.[^\s@.,;:<>()[\]"\\]+)*)$/
const plainLocal = /^[^\s@<>()[\],;:"\\]+$/
const quotedLocal = /^"(?:[^"\\]|\\.)+"$/

/** Well formed as RFC 5321 speaks of a mailbox, international names included; says nothing of whether it exists. */
export const isEmail = (text: string): boolean => {
  const at = text.lastIndexOf('@')
  const local = text.slice(0, at)
  if (at < 1 || lengthOf(local) > emailLocalMax) return false
  return domain.test(text.slice(at + 1)) && (plainLocal.test(local) || quotedLocal.test(local))
}

/** IPv4, IPv6 or IPv4-mapped IPv6, without a zone id. */
export const isIpAddress = (text: string): boolean => isIP(text) !== 0 && !text.includes('%')
