import { useLocation } from '@tanstack/react-router'
import { useDeferredValue } from 'react'
import { useGo } from './Go.tsx'

export type Search = Readonly<Record<string, string | undefined>>

/** What the address says after the question mark, and a way to change parts of it (undefined removes one). */
export function useAddress(): [Search, (change: Search, how?: { replace?: boolean }) => void] {
  const here = useChangedAddress()
  const go = useGo()
  const search = useLocation().search as Search
  return [search, (change, how) => go(here(change), { ...how, stay: true })]
}

/** The address as a list shows it: what is shown stays, and with it the field one types into, until what is next has arrived. */
export const useShownAddress = (): Search => useDeferredValue(useLocation().search as Search)

/** The address of this page with parts of its search changed. */
export function useChangedAddress(): (change: Search) => string {
  const { pathname, search } = useLocation()
  return (change) => {
    const given = Object.entries({ ...(search as Search), ...change }).filter(([, value]) => value)
    const text = new URLSearchParams(given as [string, string][]).toString()
    return text ? `${pathname}?${text}` : pathname
  }
}
