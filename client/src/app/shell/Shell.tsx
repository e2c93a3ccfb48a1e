import { Outlet, useLocation } from '@tanstack/react-router'
import { useEffect } from 'react'
import { GoOn } from '#ui/index.ts'
import { isSignedOut, useMe } from '../me.ts'
import { paths } from '../paths.ts'
import { languageOf, languageOfAddress, speak, useWords } from '../words.ts'
import { Offline } from './Offline.tsx'
import { Rail } from './Rail.tsx'
import { SearchProvider } from './SearchKey.tsx'
import styles from './shell.module.css'

/** What surrounds every page of somebody who has signed in. */
export function Shell() {
  const t = useWords('app')
  const { data: me, error } = useMe()
  const { href } = useLocation()
  useEffect(() => {
    if (me && !languageOfAddress()) void speak(languageOf(me.language))
  }, [me])

  if (isSignedOut(error)) return <GoOn to={paths.signIn(href)} />
  if (me?.may.administer && !me.organization.name) return <GoOn to={paths.start()} />
  return (
    <SearchProvider>
      <a className={styles.skip} href="#content">
        {t('skip')}
      </a>
      <div className={styles.shell}>
        <Rail />
        <main id="content" className={styles.content} tabIndex={-1}>
          <Offline />
          <Outlet />
        </main>
      </div>
    </SearchProvider>
  )
}
