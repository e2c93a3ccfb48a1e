import type { z } from 'zod'

export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'

/** What a personal token must be allowed to do; a signed-in person may do all that their rights say. */
export type Scope = 'read' | 'write' | 'office'

/** One thing a client can ask of the server. Its key is the address: `GET /inquiries/{inquiry}`. */
export interface Operation {
  summary: string
  scope: Scope
  params?: z.ZodObject
  query?: z.ZodObject
  body?: z.ZodType
  /** The shape of the answer; none means 204. Streams and files say `media` instead. */
  reply?: z.ZodType
  media?: string
  /** The request carries files, not JSON. */
  multipart?: true
  /** Answers without a signed-in person. */
  open?: true
  /** What it answers is told once: no copy is kept to be told again to a repeated request. */
  unrepeatable?: true
  /** Status of success when it is not 200 or 204. */
  status?: 201 | 202
}

export type Address = `${Method} /${string}`
export type Operations = Record<Address, Operation>

type Input<T> = T extends z.ZodType ? z.input<T> : undefined
type Output<T> = T extends z.ZodType ? z.output<T> : undefined

/** What a caller sends. */
export type Sent<O extends Operation> = (O extends { params: z.ZodType } ? { params: Input<O['params']> } : unknown) &
  (O extends { query: z.ZodType } ? { query?: Input<O['query']> } : unknown) &
  (O extends { body: z.ZodType } ? { body: Input<O['body']> } : unknown)

/** What the server works with once it is checked. */
export interface Received<O extends Operation> {
  params: O extends { params: z.ZodType } ? Output<O['params']> : Record<string, never>
  query: O extends { query: z.ZodType } ? Output<O['query']> : Record<string, never>
  body: O extends { body: z.ZodType } ? Output<O['body']> : undefined
}

/** What comes back. */
export type Reply<O extends Operation> = O extends { reply: z.ZodType } ? z.input<O['reply']> : void
