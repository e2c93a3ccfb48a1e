import { startTransition, useEffect, useState } from 'react'

interface Telling<Now> {
  readonly now: () => Now
  readonly listen: (hear: () => void) => () => void
}

/** What is told often: drawn in small steps, so that the page answers between them. */
export function useTold<Now extends object>(telling: Telling<Now>): Now {
  const [now, setNow] = useState(telling.now)
  useEffect(() => {
    const hear = () => startTransition(() => setNow(telling.now))
    hear()
    return telling.listen(hear)
  }, [telling])
  return now
}
