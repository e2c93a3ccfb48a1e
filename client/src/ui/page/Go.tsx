import { useRouter } from '@tanstack/react-router'
import { type AnchorHTMLAttributes, type MouseEvent, type Ref, useEffect } from 'react'

interface GoProps extends Omit<AnchorHTMLAttributes<HTMLAnchorElement>, 'href'> {
  /** A whole address of the application, with its search and hash: what `paths` returns. */
  to: string
  /** Stays where the page is scrolled to, as a tab does. */
  stay?: boolean
  ref?: Ref<HTMLAnchorElement>
}

/** A link inside the application. Its page is fetched when somebody points at it. */
export function Go({ to, stay = false, onClick, ...rest }: GoProps) {
  const router = useRouter()
  const go = useGo()
  const ahead = () => void router.preloadRoute(partsOf(to)).catch(() => undefined)
  const follow = (event: MouseEvent<HTMLAnchorElement>) => {
    onClick?.(event)
    if (event.defaultPrevented || !isPlain(event) || rest.target || rest.download !== undefined) return
    event.preventDefault()
    go(to, { stay })
  }
  return <a {...rest} href={to} onClick={follow} onPointerEnter={ahead} onFocus={ahead} />
}

/** Goes to an address of the application after an act. */
export function useGo(): (to: string, how?: { replace?: boolean; stay?: boolean }) => void {
  const router = useRouter()
  return (to, { replace = false, stay = false } = {}) =>
    void router.navigate({ ...partsOf(to), replace, resetScroll: !stay })
}

/** Leads on at once to another address, instead of a page. */
export function GoOn({ to }: { to: string }) {
  const go = useGo()
  // Once: the address that asked for it changes on the way, and must not ask again.
  useEffect(() => go(to, { replace: true }), [])
  return null
}

/** Not a click that opens a new window or saves the page. */
export const isPlain = (event: MouseEvent) =>
  event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey && !event.altKey

function partsOf(to: string) {
  const { pathname, search, hash } = new URL(to, location.origin)
  return {
    to: decodeURI(pathname),
    search: Object.fromEntries(new URLSearchParams(search)) as never,
    ...(hash && { hash: hash.slice(1) }),
  }
}
