const NUMBER = /(?<![\w.])\d+(,\d{3})*(\.\d+)?/g

export interface Said {
  /** A key of `reproduce.lines`. */
  readonly key: string
  readonly values: Readonly<Record<string, string>>
}

/** What a line of a study compares, as a key of the catalogue and the numbers in it: `n1`, `n2` and so on. */
export function saidOf(what: string): Said {
  const values = Object.fromEntries([...what.matchAll(NUMBER)].map(([number], at) => [`n${at + 1}`, number]))
  const key = what
    .replaceAll(NUMBER, ' n ')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-|-$/g, '')
  return { key, values }
}
