import { type RefObject, useEffect } from 'react'

/** Lets the keyboard scroll code and tables that are wider than the text: not every browser sees to it. */
export function useWithinReach(text: RefObject<HTMLElement | null>, html: string) {
  useEffect(() => {
    const wide = text.current?.querySelectorAll<HTMLElement>('pre, table') ?? []
    if (wide.length === 0) return
    const watch = new ResizeObserver((seen) => seen.forEach(({ target }) => reach(target as HTMLElement)))
    wide.forEach((each) => watch.observe(each))
    return () => watch.disconnect()
  }, [text, html])
}

function reach(part: HTMLElement) {
  if (part.scrollWidth > part.clientWidth) part.tabIndex = 0
  else part.removeAttribute('tabindex')
}
