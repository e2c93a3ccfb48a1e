const ROUNDS = 9

/** Seconds that work takes by the clock on the wall. */
export async function secondsOf(work: () => unknown): Promise<number> {
  const began = performance.now()
  await work()
  return (performance.now() - began) / 1000
}

/** Seconds of processor that work takes, all threads of this process together: what else runs hardly matters. */
export async function processorSecondsOf(work: () => unknown): Promise<number> {
  const began = process.cpuUsage()
  await work()
  const { user, system } = process.cpuUsage(began)
  return (user + system) / 1e6
}

/**
 * Medians of nine rounds unless told, in each of which everything is measured once, one after another: what else the machine does
 * then weighs on all of them alike. A first round warms up and does not count.
 */
export async function medians<Name extends string>(
  measured: Readonly<Record<Name, () => number | Promise<number>>>,
  ratios: readonly (readonly [over: NoInfer<Name>, under: NoInfer<Name>])[] = [],
  howOften = ROUNDS,
): Promise<{ of: Record<Name, number>; ratio: (over: Name, under: Name) => number }> {
  const names = Object.keys(measured) as Name[]
  const rounds: Record<Name, number>[] = []
  for (let round = -1; round < howOften; round++) {
    const taken = {} as Record<Name, number>
    for (const name of names) taken[name] = await measured[name]()
    if (round >= 0) rounds.push(taken)
  }
  const of = Object.fromEntries(names.map((name) => [name, median(rounds.map((round) => round[name]))]))
  const known = new Map(
    ratios.map(([over, under]) => [`${over}/${under}`, median(rounds.map((round) => round[over] / round[under]))]),
  )
  return { of: of as Record<Name, number>, ratio: (over, under) => known.get(`${over}/${under}`)! }
}

const median = (values: readonly number[]) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)]!
