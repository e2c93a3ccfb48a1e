/** Runs jobs side by side, as many at a time as there are lanes; each lane is used again when it is free. */
export function lanesOf<Lane>(lanes: Lane[]): <Result>(job: (lane: Lane) => Promise<Result>) => Promise<Result> {
  const free = [...lanes]
  const waiting: ((lane: Lane) => void)[] = []
  return async (job) => {
    const lane = free.pop() ?? (await new Promise<Lane>((resolve) => waiting.push(resolve)))
    try {
      return await job(lane)
    } finally {
      const next = waiting.shift()
      if (next) next(lane)
      else free.push(lane)
    }
  }
}
