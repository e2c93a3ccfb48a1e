/** What a refusal may be, and the status that HTTP gives it. */
export const statusOf = {
  invalid: 400,
  unauthenticated: 401,
  forbidden: 403,
  notFound: 404,
  conflict: 409,
  gone: 410,
  tooLarge: 413,
  unsupported: 415,
  tooMany: 429,
  unavailable: 503,
} as const
export type RefusalCode = keyof typeof statusOf

export interface FieldProblem {
  path: string
  message: string
}

/** A refusal we expect and can explain: a key and parameters, worded for whoever reads it. Any other error is a defect. */
export class Refusal extends Error {
  override name = 'Refusal'
  readonly code: RefusalCode
  readonly key: string
  readonly params: Record<string, unknown>
  readonly fields: FieldProblem[] | undefined
  /** What somebody else wrote in the meantime: it travels along, so that both texts are in sight. */
  current: unknown

  constructor(code: RefusalCode, key: string, params: Record<string, unknown> = {}, fields?: FieldProblem[]) {
    super(`${code}: ${key}`)
    this.code = code
    this.key = key
    this.params = params
    this.fields = fields
  }

  with(current: unknown): this {
    this.current = current
    return this
  }
}

type Say<Key extends string> = (key: Key, params?: Record<string, unknown>) => Refusal

/** The refusals of one room, their keys checked against the room's catalogue. */
export const refusals = <Key extends string>(room: string): Record<RefusalCode, Say<Key>> =>
  Object.fromEntries(
    Object.keys(statusOf).map((code) => [
      code,
      (key: Key, params?: Record<string, unknown>) => new Refusal(code as RefusalCode, `${room}:${key}`, params),
    ]),
  ) as Record<RefusalCode, Say<Key>>
