import { connect, type Socket } from 'node:net'

export interface Answer {
  status: number
  /** Read whole; made into text only where somebody asks. */
  text(): string
}

export interface Ask {
  method: 'GET' | 'POST' | 'PUT'
  path: string
  cookie: string
  body?: unknown
}

/** One kept connection of a browser, as thin as can be, so that the load does not take the machine from the server. */
export class Connection {
  readonly #socket: Socket
  readonly #host: string
  #waiting: { resolve: (answer: Answer) => void; reject: (error: Error) => void } | undefined
  #parts: Buffer[] = []
  #bytes = 0
  #needed = Infinity
  #status = 0

  constructor(host: string, port: number) {
    this.#host = `${host}:${port}`
    this.#socket = connect({ host, port, noDelay: true })
    this.#socket.on('data', (part) => this.#take(part))
    const lost = () => this.#waiting?.reject(new Error('The server closed a connection.'))
    this.#socket.on('error', lost).on('close', lost)
  }

  /** Sends a request and reads the whole answer. */
  send({ method, path, cookie, body }: Ask): Promise<Answer> {
    const content = body === undefined ? '' : JSON.stringify(body)
    const type = content && `content-type: application/json\r\ncontent-length: ${Buffer.byteLength(content)}\r\n`
    const session = cookie && `cookie: ${cookie}\r\n`
    this.#socket.write(
      `${method} ${path} HTTP/1.1\r\nhost: ${this.#host}\r\naccept: application/json\r\n${session}${type}\r\n${content}`,
    )
    return new Promise((resolve, reject) => (this.#waiting = { resolve, reject }))
  }

  close(): void {
    this.#waiting = undefined
    this.#socket.destroy()
  }

  #take(part: Buffer): void {
    this.#parts.push(part)
    this.#bytes += part.length
    if (this.#needed === Infinity) this.#readHead()
    if (this.#bytes < this.#needed) return
    const { resolve } = this.#waiting!
    const parts = this.#parts
    const status = this.#status
    this.#waiting = undefined
    this.#parts = []
    this.#bytes = 0
    this.#needed = Infinity
    resolve({ status, text: () => Buffer.concat(parts).toString() })
  }

  #readHead(): void {
    const whole = Buffer.concat(this.#parts)
    this.#parts = [whole]
    const end = whole.indexOf('\r\n\r\n')
    if (end < 0) return
    const head = whole.toString('latin1', 0, end)
    this.#status = Number(head.slice(9, 12))
    const length = /\r\ncontent-length: (\d+)/i.exec(head)?.[1]
    if (length === undefined && this.#status !== 204) throw new Error(`An answer without a length: ${head}`)
    this.#needed = end + 4 + Number(length ?? 0)
  }
}
