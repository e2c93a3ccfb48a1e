import { useSyncExternalStore } from 'react'

const narrow = () => matchMedia('(max-width: 48em)')

/** Whether the window is as narrow as a phone. */
export const useNarrow = () =>
  useSyncExternalStore(
    (changed) => {
      const watched = narrow()
      watched.addEventListener('change', changed)
      return () => watched.removeEventListener('change', changed)
    },
    () => narrow().matches,
  )
