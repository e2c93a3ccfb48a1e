import { type MouseEvent, useRef } from 'react'
import { isPlain, useGo } from '../page/Go.tsx'
import { useFormulas } from './use-formulas.ts'
import { useWithinReach } from './within-reach.ts'
import styles from './prose.module.css'

/** Text that the server has rendered and sanitized, in reading width. */
export function Markdown({ html, small, lang }: { html: string; small?: boolean; lang?: string }) {
  const go = useGo()
  const text = useRef<HTMLDivElement>(null)
  useFormulas(text, html)
  useWithinReach(text, html)
  const follow = (event: MouseEvent) => {
    const link = (event.target as Element).closest('a')
    if (!link || !isPlain(event) || link.origin !== location.origin || link.download) return
    if (/^\/(api|files)\//.test(link.pathname)) return
    event.preventDefault()
    go(link.pathname + link.search + link.hash)
  }
  return (
    <div
      ref={text}
      className={styles.prose}
      data-small={small || undefined}
      lang={lang}
      onClick={follow}
      dangerouslySetInnerHTML={{ __html: html }}
    />
  )
}
