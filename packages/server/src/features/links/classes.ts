/** The things that hang together by pairs, each class once; what is in no pair is in no class. */
export const classesOf = (pairs: readonly (readonly [string, string])[]): string[][] => {
  const parent = new Map<string, string>()
  const rootOf = (id: string): string => {
    let root = id
    for (let next = parent.get(root); next !== undefined && next !== root; next = parent.get(root))
      root = next
    parent.set(id, root)
    return root
  }
  for (const [a, b] of pairs) parent.set(rootOf(a), rootOf(b))
  const classes = new Map<string, string[]>()
  for (const id of parent.keys()) {
    const root = rootOf(id)
    const list = classes.get(root)
    if (list) list.push(id)
    else classes.set(root, [id])
  }
  return [...classes.values()]
}
