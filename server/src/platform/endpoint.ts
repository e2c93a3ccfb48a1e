import type { Address, Operation, Operations, Received, Reply, Scope } from '@mortar/contract/operation'
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Database } from './database.ts'

/** Who asks: a person of the organization, with what platform must know about them. */
export interface Actor {
  id: string
  /** Belongs to the knowledge office. */
  office: boolean
  language: string
  timeZone: string
  /** Set when a personal token speaks for the person. */
  scopes?: readonly Scope[]
  sessionId?: string
}

export interface Call<O extends Operation> extends Received<O> {
  db: Database
  actor: O extends { open: true } ? Actor | undefined : Actor
  request: FastifyRequest
  reply: FastifyReply
}

type Handler<O extends Operation> = (call: Call<O>) => Promise<Reply<O>> | Reply<O>

/** A table of handlers beside a table of operations: a missing one does not compile. */
export type Handlers<Ops extends Operations> = { [A in keyof Ops & Address]: Handler<Ops[A]> }

export interface Endpoint {
  address: Address
  operation: Operation
  handle: Handler<Operation>
}

export const endpoints = <const Ops extends Operations>(operations: Ops, handlers: Handlers<Ops>): Endpoint[] =>
  (Object.keys(operations) as Address[]).map((address) => ({
    address,
    operation: operations[address] as Operation,
    handle: (handlers as Record<Address, unknown>)[address] as Handler<Operation>,
  }))
