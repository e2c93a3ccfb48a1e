const fewest = 5

export type Shown = number | 'few'

/**
 * What may be shown of the regions of a picture: counts of five and more, "none", and `few` for all that must not be
 * told. How many people each set holds is taken as known (a set of one to four is not to be offered); how many they are
 * together is not, and is not to be shown where anything is hidden. Regions with one to four people are hidden, and
 * further ones, the smallest first and empty ones last, until no sum of hidden regions that follows from what is known
 * has one to four people behind it.
 *
 * `counts`: people by key of the region (`regionsOf`, cross.ts), for `sets` sets. Cell suppression after Cox (1980), Suppression
 * methodology and statistical disclosure control, JASA 75, 377–385; checked here for each sum that can be told at all,
 * which for so few sets are few.
 */
export function hush(
  counts: ReadonlyMap<number, number>,
  sets: number,
  also: ReadonlySet<number> = new Set(),
): Map<number, Shown> {
  const small = [...counts].filter(([, count]) => count > 0 && count < fewest).map(([key]) => key)
  const hidden = new Set([...small, ...also])
  const further = [...counts]
    .filter(([key]) => !hidden.has(key))
    .sort(([a, one], [b, other]) => Number(one === 0) - Number(other === 0) || one - other || a - b)
    .map(([key]) => key)
  for (let sum = told(hidden, counts, sets); sum; sum = told(hidden, counts, sets)) {
    const next = further.findIndex((key) => nextTo(key, sum!, sets))
    const [key] = further.splice(next < 0 ? 0 : next, 1)
    if (key === undefined) break
    hidden.add(key)
  }
  return new Map([...counts].map(([key, count]) => [key, hidden.has(key) ? 'few' : count]))
}

/**
 * The same, and guarded against the pictures of fewer of these sets, which anybody may look at beside it: a region is
 * also hidden where a region around it, shown in such a picture, holds one to four people more.
 */
export function hushBeside(counts: ReadonlyMap<number, number>, sets: number): Map<number, Shown> {
  const whole = (1 << sets) - 1
  const pictures = new Map<number, Map<number, Shown>>()
  // Fewer sets first: a smaller number is never a superset of a larger one.
  for (let chosen = 1; chosen <= whole; chosen++) {
    const own = within(counts, chosen)
    const told = [...pictures].filter(([fewer]) => (fewer & chosen) === fewer)
    const close = [...own].filter(([key, count]) =>
      told.some(([fewer, shown]) => differsByFew(count, shown.get(key & fewer))),
    )
    pictures.set(chosen, hush(own, sets, new Set(close.map(([key]) => key))))
  }
  return pictures.get(whole)!
}

const differsByFew = (count: number, around: Shown | undefined): boolean =>
  count > 0 && typeof around === 'number' && around > count && around - count < fewest

/** The counts of a picture of some of the sets only. */
function within(counts: ReadonlyMap<number, number>, chosen: number): Map<number, number> {
  const own = new Map<number, number>()
  for (const [key, count] of counts) if (key & chosen) own.set(key & chosen, (own.get(key & chosen) ?? 0) + count)
  return own
}

/** Whether a region shares a set with what is told too much of: hiding it blurs that sum. */
const nextTo = (key: number, sum: readonly number[], sets: number): boolean =>
  Array.from({ length: sets }, (_, n) => n).some((n) => key & (1 << n) && sum.some((other) => other & (1 << n)))

/** Hidden regions whose sum, of one to four people, follows from the sizes of the sets; or nothing. */
function told(hidden: ReadonlySet<number>, counts: ReadonlyMap<number, number>, sets: number): number[] | undefined {
  const keys = [...hidden].sort((a, b) => a - b)
  if (keys.length === 0) return undefined
  const totals = Array.from({ length: sets }, (_, n) => keys.map((key) => ((key >> n) & 1) as number))
  const rows = reduced(totals)
  for (let choice = 1; choice < 1 << rows.length; choice++) {
    const sum = rows.filter((_, n) => choice & (1 << n)).reduce((one, other) => one.map((x, at) => x + other[at]!))
    if (!sum.every((x) => near(x, 0) || near(x, 1))) continue
    const inside = keys.filter((_, at) => near(sum[at]!, 1))
    const people = inside.reduce((all, key) => all + counts.get(key)!, 0)
    if (people > 0 && people < fewest) return inside
  }
  return undefined
}

const near = (one: number, other: number) => Math.abs(one - other) < 1e-9

/**
 * Reduced row echelon form, without empty rows. A combination of the rows that is 0 or 1 everywhere is 0 or 1 where a
 * row begins, so it is a plain sum of some of them.
 */
function reduced(rows: number[][]): number[][] {
  let done = 0
  for (let column = 0; column < rows[0]!.length && done < rows.length; column++) {
    const from = rows.findIndex((row, at) => at >= done && !near(row[column]!, 0))
    if (from < 0) continue
    const [lead] = rows.splice(from, 1)
    const unit = lead!.map((x) => x / lead![column]!)
    rows = rows.map((row) => row.map((x, at) => x - row[column]! * unit[at]!))
    rows.splice(done++, 0, unit)
  }
  return rows.slice(0, done)
}
