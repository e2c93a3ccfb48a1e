import { useSuspenseQuery } from '@tanstack/react-query'
import { query } from '#app/api.ts'
import { useWhen } from '#app/when.ts'
import { useWords } from '#app/words.ts'
import { Go } from '#ui/index.ts'
import { Filled } from './Filled.tsx'
import type { Sheet } from './types.ts'
import styles from './sheet.module.css'

interface EarlierProps {
  community: string
  slug: string
  sheet: Sheet
  version: number
}

/** What a sheet said before; the version that holds stays as it is. */
export function Earlier({ community, slug, sheet, version }: EarlierProps) {
  const t = useWords('sheet')
  const when = useWhen()
  const { data } = useSuspenseQuery(
    query('GET /communities/{community}/sheets/{sheet}/versions/{version}', {
      params: { community, sheet: sheet.id, version },
    }),
  )
  return (
    <>
      <p className={styles.note}>
        {t('earlier', { version, on: when.time(data.at) })}{' '}
        <Go to="?" stay>
          {t('now')}
        </Go>
      </p>
      <Filled sheet={{ ...data, sections: sheet.sections }} slug={slug} />
    </>
  )
}
