export interface Progress {
  /** How much is done now; the total may become known on the way, and how many seconds it will still take. */
  at(done: number, total?: number, secondsLeft?: number | null): void
  end(): void
}

const width = 30
const pace = 100

/** Shows on standard error how far long work has come: a bar in a terminal, a line for each tenth elsewhere. */
export function progress(what: string, total: number | undefined, out: NodeJS.WriteStream = process.stderr): Progress {
  let known = total
  let drawn = 0
  let tenth = 0

  function bar(done: number, left: string) {
    const share = known ? Math.min(1, done / known) : 0
    const filled = '#'.repeat(Math.round(share * width)).padEnd(width, '.')
    out.write(`\r${what} [${filled}] ${count(done, known)}${left}`)
  }

  return {
    at(done, newTotal, secondsLeft) {
      known = newTotal ?? known
      const left = secondsLeft ? `, ${inTime(secondsLeft)} left  ` : ''
      if (out.isTTY) {
        if (Date.now() - drawn < pace && done !== known) return
        drawn = Date.now()
        bar(done, left)
      } else if (known && Math.floor((done / known) * 10) > tenth) {
        tenth = Math.floor((done / known) * 10)
        out.write(`${what}: ${count(done, known)}${left.trimEnd()}\n`)
      }
    },
    end() {
      if (out.isTTY) out.write('\n')
    },
  }
}

const count = (done: number, total: number | undefined) =>
  total
    ? `${done.toLocaleString('en')} of ${total.toLocaleString('en')} (${Math.floor((done / total) * 100)}%)`
    : done.toLocaleString('en')

const inTime = (seconds: number) => (seconds < 90 ? `${Math.ceil(seconds)} s` : `${Math.ceil(seconds / 60)} min`)
