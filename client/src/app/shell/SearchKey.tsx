import { createContext, type ReactNode, Suspense, use, useEffect, useState } from 'react'
import { SearchPart } from './search-part.ts'

const Opening = createContext<() => void>(() => {})

export const useOpenSearch = () => use(Opening)

export const searchKey = /Mac|iPhone|iPad/.test(navigator.userAgent) ? '⌘ K' : 'Ctrl K'

/** Ctrl-K or Cmd-K opens the search from anywhere; its code comes with the first use. */
export function SearchProvider({ children }: { children: ReactNode }) {
  const [open, setOpen] = useState(false)
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key.toLowerCase() !== 'k' || !(event.ctrlKey || event.metaKey) || event.shiftKey || event.altKey) return
      event.preventDefault()
      setOpen(true)
    }
    document.addEventListener('keydown', onKey)
    return () => document.removeEventListener('keydown', onKey)
  }, [])

  return (
    <Opening value={() => setOpen(true)}>
      {children}
      {open && (
        <Suspense>
          <SearchPart onClose={() => setOpen(false)} />
        </Suspense>
      )}
    </Opening>
  )
}
