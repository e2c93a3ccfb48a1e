/** How a command ends, as programs see it. Written down in docs/operate.md. */
export const exitCodes = { done: 0, defect: 1, usage: 2, blocked: 3, refused: 4 } as const
export type Ending = Exclude<keyof typeof exitCodes, 'done'>

/** Something in the way that whoever runs Mortar can remove: one sentence, with what to do. */
export class Failure extends Error {
  readonly ending: Ending

  constructor(sentence: string, ending: Ending = 'blocked') {
    super(sentence)
    this.name = 'Failure'
    this.ending = ending
  }
}

/** The code the operating system gave, such as ENOSPC or EADDRINUSE. */
export function codeOf(error: unknown): string | undefined {
  if (!(error instanceof Error)) return undefined
  if (error instanceof AggregateError) return codeOf(error.errors[0])
  return 'code' in error && typeof error.code === 'string' ? error.code : undefined
}
