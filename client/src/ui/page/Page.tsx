import { useRouterState } from '@tanstack/react-router'
import { type ReactNode, useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import styles from './page.module.css'

interface PageProps {
  title: string
  /** Small marks over the title: communities, state, who and when. */
  above?: ReactNode
  /** One or two sentences under the title. */
  lead?: ReactNode
  /** The one or two acts of the page. */
  actions?: ReactNode
  /** What belongs beside the page; under it on a narrow screen. */
  side?: ReactNode
  children?: ReactNode
}

/** The frame of every page: sets the title of the window and takes the focus after a navigation. */
export function Page({ title, above, lead, actions, side, children }: PageProps) {
  const { t } = useTranslation('ui')
  const heading = useFocusAfterNavigation()
  return (
    <>
      <title>{t('title', { page: title })}</title>
      <header className={styles.head}>
        <div className={styles.titles}>
          {above && <div className={styles.above}>{above}</div>}
          <h1 ref={heading} tabIndex={-1}>
            {title}
          </h1>
          {lead && <div className={styles.lead}>{lead}</div>}
        </div>
        {actions && <div className={styles.actions}>{actions}</div>}
      </header>
      {/* The same frame with a side and without: what is written on the page stays when a side comes or goes. */}
      <div className={side ? styles.columns : undefined}>
        <div className={styles.body}>{children}</div>
        {side && <aside className={styles.side}>{side}</aside>}
      </div>
    </>
  )
}

let arrived: string | undefined

/** Moves the reader of a screen to the new heading; the first page of a visit keeps the browser's own start. */
function useFocusAfterNavigation() {
  const heading = useRef<HTMLHeadingElement>(null)
  // Where the address already points while the old page still stands does not count yet.
  const shown = useRouterState({ select: ({ resolvedLocation }) => resolvedLocation })
  useEffect(() => {
    if (!shown) return
    if (arrived !== undefined && arrived !== shown.pathname && !shown.hash) {
      heading.current?.focus({ preventScroll: true })
    }
    arrived = shown.pathname
  }, [shown])
  return heading
}
