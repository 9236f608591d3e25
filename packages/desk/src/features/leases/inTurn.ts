const turns = new Map<string, Promise<unknown>>()

/**
 * Calls about one tip go one after another, each when the one before was answered: what is done last on the screen is done last on the
 * server, however slow the line.
 */
export const inTurn = <T>(tipId: string, call: () => Promise<T>): Promise<T> => {
  const turn = (turns.get(tipId) ?? Promise.resolve()).then(call, call)
  turns.set(tipId, turn)
  const forget = (): void => {
    if (turns.get(tipId) === turn) turns.delete(tipId)
  }
  turn.then(forget, forget)
  return turn
}
