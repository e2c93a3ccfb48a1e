/** JSON as PostgreSQL takes it: half a character, which only a program sends, would be refused there. */
export const jsonOf = (value: unknown): string =>
  JSON.stringify(value, (_, inner: unknown) => (typeof inner === 'string' ? inner.toWellFormed() : inner))
