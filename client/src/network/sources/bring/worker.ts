import { type Chosen, type Made, takeHeads } from '@mortar/traces'
import type { formsOf } from '@mortar/traces/fitting'

export interface Asked {
  chosen: Chosen[]
  fitting: ReturnType<typeof formsOf>
}
export type Told = { name: string; read: number; size: number } | { made: Made[] } | { failed: string }

const pace = 100
let last = 0

/** No more often than somebody can see. */
const tell = (name: string, read: number, size: number) => {
  const now = performance.now()
  if (now - last < pace && read < size) return
  last = now
  say({ name, read, size })
}
const say = (told: Told) => self.postMessage(told)

self.addEventListener('message', ({ data: { chosen, fitting } }: MessageEvent<Asked>) => {
  takeHeads(chosen, fitting, tell).then(
    (made) => say({ made }),
    (error: unknown) => say({ failed: String(error) }),
  )
})
