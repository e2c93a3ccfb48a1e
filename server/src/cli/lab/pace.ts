/** Tells how many seconds the rest will take, by how quick it was since now; `before` was done already. */
export function paceFrom(before: number): (done: number, of: number) => number | null {
  const began = performance.now()
  return (done, of) => {
    const seconds = (performance.now() - began) / 1000
    return seconds > 1 && done > before ? Math.round((seconds * (of - done)) / (done - before)) : null
  }
}
