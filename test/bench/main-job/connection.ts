import { connect, type Socket } from 'node:net'

/** One kept-alive HTTP/1.1 connection, one call at a time. Bare, so that the generator takes as little of the machine as it can. */
export type Connection = {
  /** Sends a whole request and gives the answer's body. @throws Error when the answer's status is not 200 */
  call(request: Uint8Array): Promise<string>
  close(): void
}

type Waiter = { resolve(body: string): void; reject(error: Error): void }

export const openConnection = async (host: string, port: number): Promise<Connection> => {
  const socket = connect({ host, port, noDelay: true })
  await new Promise<void>((resolve, reject) => {
    socket.once('connect', resolve)
    socket.once('error', reject)
  })
  let waiter: Waiter | undefined
  const settle = (act: (waiter: Waiter) => void): void => {
    const current = waiter
    waiter = undefined
    if (current) act(current)
  }
  readAnswers(socket, (status, body) =>
    settle(({ resolve, reject }) =>
      status === 200 ? resolve(body) : reject(new Error(`${status} ${body}`)),
    ),
  )
  socket.on('error', (error) => settle(({ reject }) => reject(error)))
  socket.on('close', () => settle(({ reject }) => reject(new Error('the connection was closed'))))
  return {
    call: (request) =>
      new Promise((resolve, reject) => {
        waiter = { resolve, reject }
        socket.write(request)
      }),
    close: () => socket.destroy(),
  }
}

/** Answers of the server under test: all with a content-length. */
const readAnswers = (socket: Socket, answered: (status: number, body: string) => void): void => {
  let text = ''
  socket.setEncoding('latin1').on('data', (piece: string) => {
    text += piece
    for (;;) {
      const head = text.indexOf('\r\n\r\n')
      if (head < 0) return
      const length = Number(/\r\ncontent-length: (\d+)/i.exec(text.slice(0, head))?.[1])
      if (Number.isNaN(length)) throw new Error(`an answer without a content-length:\n${text.slice(0, head)}`)
      const end = head + 4 + length
      if (text.length < end) return
      const body = text.slice(head + 4, end)
      const status = Number(text.slice(9, 12))
      text = text.slice(end)
      answered(status, body)
    }
  })
}
