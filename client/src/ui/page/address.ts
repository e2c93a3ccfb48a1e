import { useNavigate, useSearch } from '@tanstack/react-router'

type Search = Record<string, string | undefined>

/** What the address says after the question mark, and a way to change parts of it (undefined removes one). */
export function useAddress(): [Search, (change: Search) => void] {
  const search: Search = useSearch({ strict: false })
  const navigate = useNavigate()
  const change = (changed: Search) =>
    void navigate({ to: '.', search: ((before: Search) => ({ ...before, ...changed })) as never, resetScroll: false })
  return [search, change]
}
