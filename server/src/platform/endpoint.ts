import type { Address, Operation, Operations, Received, Reply, Scope } from '@mortar/contract/operation'
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { RawBuilder } from 'kysely'
import type { Database } from './database.ts'
import type { Places } from './statement.ts'

/** Who asks: a person of the organization, with what platform must know about them. */
export interface Actor {
  id: string
  /** Belongs to the knowledge office. */
  office: boolean
  /** Invited from outside: a seat in one community, and nothing more. */
  guest: boolean
  language: string
  timeZone: string
  /** Set when a personal token speaks for the person. */
  scopes?: readonly Scope[]
  sessionId?: string
}

/** What a page reads, as one row: `me` stands for the person who asks. A constant, since its statement is kept by it. */
export type Read<Values, Row> = (me: RawBuilder<string>, places: Places<Values>) => RawBuilder<Row>

/** Reads for whoever asks, and finds out who that is, in one statement: without an asker nothing is read. */
export type Ask = <Values, Row>(
  read: Read<Values, Row>,
  values: Values,
) => Promise<{ actor: Actor; row: Row | undefined }>

export interface Call<O extends Operation> extends Received<O> {
  db: Database
  actor: O extends { open: true } ? Actor | undefined : Actor
  request: FastifyRequest
  reply: FastifyReply
}

/** The call of a page whose own statement finds out who asks. */
export interface Asking<O extends Operation> extends Omit<Call<O>, 'actor'> {
  ask: Ask
}

interface Handler<O extends Operation> {
  (call: Call<O>): Promise<Reply<O>> | Reply<O>
}

const long = new WeakSet<object>()

/** A read that takes so long that nobody should wait for others' of its kind: it sets out by itself. */
export function setsOutAlone<Values, Row>(read: Read<Values, Row>): Read<Values, Row> {
  long.add(read)
  return read
}

export const isLong = (read: object): boolean => long.has(read)

const whoAsk = new WeakSet<object>()

/** A handler that reads by `ask`: until then nobody has looked who asks. */
export function asking<O extends Operation>(handle: (call: Asking<O>) => Promise<Reply<O>>): Handler<O> {
  whoAsk.add(handle)
  return handle as unknown as Handler<O>
}

/** A table of handlers beside a table of operations: a missing one does not compile. */
export type Handlers<Ops extends Operations> = { [A in keyof Ops & Address]: Handler<Ops[A]> }

export interface Endpoint {
  address: Address
  operation: Operation
  handle: Handler<Operation>
  asks: boolean
}

export const endpoints = <const Ops extends Operations>(operations: Ops, handlers: Handlers<Ops>): Endpoint[] =>
  (Object.keys(operations) as Address[]).map((address) => {
    const handle = (handlers as Record<Address, unknown>)[address] as Handler<Operation>
    return { address, operation: operations[address] as Operation, handle, asks: whoAsk.has(handle) }
  })
