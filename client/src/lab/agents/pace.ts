export const paces = ['calm', 'quick', 'quickest'] as const
export type Pace = (typeof paces)[number]

const still = () => matchMedia('(prefers-reduced-motion: reduce)').matches

/** How often to go on, and by how many periods. Whoever wants little motion sees few pictures, a second apart. */
export function pacing(pace: Pace, horizon: number): { every: number; steps: number } {
  const pictures = { calm: Infinity, quick: 120, quickest: 30 }[pace]
  if (still()) return { every: 1000, steps: Math.max(1, Math.ceil(horizon / Math.min(pictures, 12))) }
  const every = pace === 'calm' ? 420 : 100
  return { every, steps: Math.max(1, Math.round(horizon / pictures)) }
}
