interface Relative {
  id: string
  parent: string | null
}

/** Places a family line by line, each variant under what it was adapted from. An unseen parent makes a variant a root. */
export function layOutFamily<R extends Relative>(family: readonly R[]) {
  const known = new Set(family.map(({ id }) => id))
  const placed: { one: R; level: number; line: number; parentLine: number | undefined }[] = []
  const place = (one: R, level: number, parentLine?: number) => {
    const line = placed.length
    placed.push({ one, level, line, parentLine })
    for (const child of family.filter(({ parent }) => parent === one.id)) place(child, level + 1, line)
  }
  for (const one of family) if (!one.parent || !known.has(one.parent)) place(one, 0)
  return { placed, depth: Math.max(0, ...placed.map(({ level }) => level)) }
}
