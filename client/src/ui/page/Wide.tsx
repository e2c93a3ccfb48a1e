import { type ReactNode, useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import styles from './wide.module.css'

/** What may be wider than the screen: it moves sideways in its own frame, by touch and by the arrow keys, and says so. */
export function Wide({ label, children }: { label: string; children: ReactNode }) {
  const { t } = useTranslation('ui')
  const { frame, more } = useOverflow()
  return (
    <div>
      {more && <p className={styles.hint}>{t('wide')}</p>}
      <div className={styles.frame} ref={frame} tabIndex={0} role="region" aria-label={label}>
        {children}
      </div>
    </div>
  )
}

/** Whether what is in a frame is wider than the frame, at each moment. */
function useOverflow() {
  const frame = useRef<HTMLDivElement>(null)
  const [more, setMore] = useState(false)
  useEffect(() => {
    const seen = frame.current
    if (!seen) return
    const watch = new ResizeObserver(() => setMore(seen.scrollWidth > seen.clientWidth + 1))
    for (const one of [seen, ...seen.children]) watch.observe(one)
    return () => watch.disconnect()
  }, [])
  return { frame, more }
}
