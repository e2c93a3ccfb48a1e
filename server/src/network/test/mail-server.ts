import { createServer, type Socket } from 'node:net'
import { createServer as createSecureServer } from 'node:tls'
import type { AddressInfo } from 'node:net'
import { afterAll } from 'vitest'
import { certificate, key } from './localhost.ts'

export interface Mail {
  uid: number
  from: string
  to: string
  day: string
}

export interface MailServer {
  port: number
  /** What a mailbox holds, and how the server numbers it now. */
  mailboxes: Map<string, { validity: number; mails: Mail[] }>
  /** Cuts the line after so many heads, once for each number. */
  cuts: number[]
  /** Commands that asked for more than a head, or would have changed something. */
  trespasses: string[]
  /** Numbers of mails whose head was given. */
  given: number[]
}

/** A server of mail on this machine that knows as little of IMAP as is needed, and minds who wants a body. */
export async function mailServer({ password = 'sesame', secure = false } = {}): Promise<MailServer> {
  const state = { mailboxes: new Map(), cuts: [], trespasses: [], given: [] } as Omit<MailServer, 'port'>
  const sockets = new Set<Socket>()
  const talk = (socket: Socket) => {
    sockets.add(socket.on('close', () => sockets.delete(socket)).on('error', () => {}))
    new Talk(socket, state, password)
  }
  const server = secure ? createSecureServer({ key, cert: certificate }, talk) : createServer(talk)
  server.on('tlsClientError', () => {})
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  afterAll(() => {
    for (const socket of sockets) socket.destroy()
    server.close()
  })
  return Object.assign(state, { port: (server.address() as AddressInfo).port })
}

const bodies = /BODY(?:\.PEEK)?\[(?!HEADER\.FIELDS )|BODY\[|RFC822(?!\.SIZE)|BODYSTRUCTURE|BINARY|\.TEXT|\[TEXT/i
const changes = /^(?:SELECT|STORE|UID STORE|APPEND|COPY|UID COPY|MOVE|UID MOVE|EXPUNGE|DELETE|CREATE|RENAME)\b/i

class Talk {
  readonly #socket: Socket
  readonly #state: Omit<MailServer, 'port'>
  readonly #password: string
  #open: { validity: number; mails: Mail[] } | undefined
  #rest = ''

  constructor(socket: Socket, state: Omit<MailServer, 'port'>, password: string) {
    this.#socket = socket
    this.#state = state
    this.#password = password
    this.#say('* OK [CAPABILITY IMAP4rev1] ready')
    socket.setEncoding('utf8').on('data', (text: string) => {
      const lines = (this.#rest + text).split('\r\n')
      this.#rest = lines.pop()!
      for (const line of lines) this.#hear(line)
    })
  }

  #say(line: string) {
    this.#socket.write(`${line}\r\n`)
  }

  #hear(line: string) {
    const [, tag = '*', told = ''] = /^(\S+) (.*)$/.exec(line) ?? []
    if (changes.test(told) || (/FETCH/i.test(told) && bodies.test(told))) {
      this.#state.trespasses.push(told)
      return this.#say(`${tag} NO that is not for you`)
    }
    const [, verb = ''] = /^((?:UID )?\w+)/.exec(told) ?? []
    const answer = this.#answers[verb.toUpperCase()]
    if (!answer) return this.#say(`${tag} BAD what`)
    answer(tag, told)
  }

  readonly #answers: Record<string, (tag: string, told: string) => void> = {
    CAPABILITY: (tag) => this.#done(tag, '* CAPABILITY IMAP4rev1'),
    NOOP: (tag) => this.#done(tag),
    LOGIN: (tag, told) =>
      told.endsWith(this.#password) || told.endsWith(`"${this.#password}"`)
        ? this.#done(tag)
        : this.#say(`${tag} NO [AUTHENTICATIONFAILED] no`),
    LIST: (tag) =>
      this.#done(tag, ...[...this.#state.mailboxes.keys()].map((name) => `* LIST (\\HasNoChildren) "/" "${name}"`)),
    LSUB: (tag) => this.#done(tag),
    EXAMINE: (tag, told) => this.#examine(tag, told.slice(8).replaceAll('"', '')),
    'UID FETCH': (tag, told) => this.#fetch(tag, told),
    LOGOUT: (tag) => {
      this.#done(tag, '* BYE so long')
      this.#socket.end()
    },
  }

  #done(tag: string, ...lines: string[]) {
    for (const line of lines) this.#say(line)
    this.#say(`${tag} OK done`)
  }

  #examine(tag: string, name: string) {
    const found = this.#state.mailboxes.get(name)
    if (!found) return this.#say(`${tag} NO [NONEXISTENT] no such mailbox`)
    this.#open = found
    const next = Math.max(0, ...found.mails.map(({ uid }) => uid)) + 1
    this.#say(`* ${found.mails.length} EXISTS`)
    this.#say('* FLAGS (\\Seen)')
    this.#say(`* OK [UIDVALIDITY ${found.validity}] as numbered`)
    this.#say(`* OK [UIDNEXT ${next}] next`)
    this.#say(`${tag} OK [READ-ONLY] opened`)
  }

  #fetch(tag: string, told: string) {
    const [, from, to] = /^UID FETCH (\d+)(?::(\d+))?/i.exec(told) ?? []
    let told1 = 0
    for (const [at, mail] of this.#open!.mails.entries()) {
      if (mail.uid < Number(from) || mail.uid > Number(to ?? from)) continue
      if (this.#state.cuts[0] === told1++) {
        this.#state.cuts.shift()
        return void this.#socket.destroy()
      }
      this.#state.given.push(mail.uid)
      const head = headOf(mail)
      this.#socket.write(
        `* ${at + 1} FETCH (UID ${mail.uid} BODY[HEADER.FIELDS (FROM TO CC BCC DATE MESSAGE-ID)] {${head.length}}\r\n${head})\r\n`,
      )
    }
    this.#done(tag)
  }
}

const headOf = ({ uid, from, to, day }: Mail) =>
  `From: ${from}\r\nTo: ${to}\r\nDate: ${day}\r\nMessage-ID: <${uid}.${from}>\r\n\r\n`
