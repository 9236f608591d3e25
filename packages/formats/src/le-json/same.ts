const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null

/** Own keys whose value is not undefined: JSON does not know the others. */
const keysOf = (value: object): string[] =>
  Object.keys(value).filter((key) => Object.getOwnPropertyDescriptor(value, key)?.value !== undefined)

const own = (value: object, key: string): unknown => Object.getOwnPropertyDescriptor(value, key)?.value

/** Whether two JSON values are the same, whatever the order of keys. */
export const sameJson = (a: unknown, b: unknown): boolean => {
  if (!isObject(a) || !isObject(b)) return a === b
  if (Array.isArray(a) !== Array.isArray(b)) return false
  const keys = keysOf(a)
  return keys.length === keysOf(b).length && keys.every((key) => sameJson(own(a, key), own(b, key)))
}
