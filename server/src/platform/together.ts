interface Waiting<Call, Answer> {
  call: Call
  resolve: (answer: Answer) => void
  reject: (error: unknown) => void
}

/** So many go at once, one for each processor that this is worth; who comes later waits for one of them to be back. */
const under = 2
const most = 8

/**
 * Calls that come while others are under way wait for these, and then go together: setting out costs as much as getting
 * there. Where nothing is under way a call goes at once, so nobody waits for company. Where one of several fails, each
 * goes alone, so that it fails alone.
 */
export function together<Call, Answer>(send: (calls: Call[]) => Promise<Answer[]>): (call: Call) => Promise<Answer> {
  let away = 0
  let waiting: Waiting<Call, Answer>[] = []

  const set = async (out: Waiting<Call, Answer>[]): Promise<void> => {
    try {
      const answers = await send(out.map(({ call }) => call))
      out.forEach(({ resolve }, place) => resolve(answers[place]!))
    } catch (error) {
      if (out.length === 1) out[0]!.reject(error)
      else await Promise.all(out.map((one) => set([one])))
    }
  }

  const next = async (): Promise<void> => {
    away++
    while (waiting.length > 0) {
      const out = waiting.slice(0, most)
      waiting = waiting.slice(most)
      await set(out)
    }
    away--
  }

  return (call) =>
    new Promise((resolve, reject) => {
      waiting.push({ call, resolve, reject })
      if (away < under) void next()
    })
}
