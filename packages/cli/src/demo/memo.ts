/** Makes each value once, whoever asks first; the others wait for the same one. */
export const memo = <Key, T>(make: (key: Key) => Promise<T>): ((key: Key) => Promise<T>) => {
  const made = new Map<Key, Promise<T>>()
  return (key) => {
    const known = made.get(key) ?? make(key)
    made.set(key, known)
    return known
  }
}
