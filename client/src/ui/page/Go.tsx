import { Link, useNavigate } from '@tanstack/react-router'
import type { ReactNode, Ref } from 'react'

interface GoProps {
  /** A whole address of the application, with its search and hash: what `paths` returns. */
  to: string
  replace?: boolean
  ref?: Ref<HTMLAnchorElement>
  children?: ReactNode
  className?: string | undefined
  title?: string
  'aria-label'?: string
  'aria-current'?: 'page' | 'true' | undefined
  onClick?: () => void
  tabIndex?: number
}

/** A link inside the application. */
export function Go({ to, ...rest }: GoProps) {
  return <Link {...partsOf(to)} {...rest} />
}

/** Goes to an address of the application after an act. */
export function useGo(): (to: string, how?: { replace?: boolean }) => void {
  const navigate = useNavigate()
  return (to, { replace = false } = {}) => void navigate({ ...partsOf(to), replace })
}

function partsOf(to: string) {
  const { pathname, search, hash } = new URL(to, location.origin)
  return {
    to: decodeURI(pathname),
    search: Object.fromEntries(new URLSearchParams(search)) as never,
    ...(hash && { hash: hash.slice(1) }),
  }
}
