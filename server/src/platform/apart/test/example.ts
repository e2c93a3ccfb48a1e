import { workApart } from '../work.ts'

export interface Asked {
  does: 'count' | 'fail' | 'wait' | 'fill'
}

/** Work for the scenes: it counts to three, fails, waits without end, or fills the memory. */
await workApart<Asked, number>(async ({ does }, tell) => {
  if (does === 'fail') throw new RangeError('there is no such thing')
  if (does === 'wait') {
    tell(process.pid)
    await new Promise(() => setInterval(() => {}, 1000))
  }
  const kept: number[][] = []
  while (does === 'fill') kept.push(Array.from({ length: 100_000 }, (_, n) => n + 0.5))
  for (const n of [1, 2, 3]) tell(n)
})
