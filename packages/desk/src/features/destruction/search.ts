/** The file that a proposal is begun for, where a tip led here. */
export type DestructionSearch = { file?: string }

export const readDestructionSearch = (raw: Record<string, unknown>): DestructionSearch => {
  const { file } = raw
  const text = typeof file === 'number' ? String(file) : file
  return typeof text === 'string' && /^[\w-]{1,64}$/.test(text) ? { file: text } : {}
}
