import { TextInput } from '@mantine/core'
import { useSuspenseQuery } from '@tanstack/react-query'
import { Suspense } from 'react'
import { query } from '#app/api.ts'
import { useWords } from '#app/words.ts'
import { EmptyState, ListSkeleton, Page, useAddress, useShownAddress } from '#ui/index.ts'
import { chosenIn, Filters } from './Filters.tsx'
import { FoundLine } from './FoundLine.tsx'
import styles from './search.module.css'

export function SearchPage() {
  const t = useWords('search')
  const [{ q = '' }, change] = useAddress()
  return (
    <Page title={q ? t('titleOf', { words: q }) : t('title')}>
      <search className={styles.search}>
        <TextInput
          type="search"
          label={t('words')}
          placeholder={t('placeholder')}
          defaultValue={q}
          onChange={(event) => change({ q: event.currentTarget.value || undefined }, { replace: true })}
        />
        <Filters />
      </search>
      {q.trim() ? (
        <Suspense fallback={<ListSkeleton />}>
          <Results />
        </Suspense>
      ) : (
        <EmptyState title={t('start')}>{t('startHow')}</EmptyState>
      )}
    </Page>
  )
}

function Results() {
  const t = useWords('search')
  const shown = useShownAddress()
  const words = (shown['q'] ?? '').trim()
  const chosen = chosenIn(shown)
  const { data } = useSuspenseQuery(query('GET /search', { query: { words, ...chosen, limit: 50 } }))
  const narrowed = Object.values(chosen).some((value) => value !== undefined)
  if (data.items.length === 0)
    return <EmptyState title={t('none', { words })}>{t(narrowed ? 'noneNarrowed' : 'noneHow')}</EmptyState>
  return (
    <>
      <ul className={styles.lines}>
        {data.items.map((found) => (
          <FoundLine key={`${found.kind} ${found.id}`} found={found} />
        ))}
      </ul>
      {data.more && <p className={styles.facts}>{t('more')}</p>}
    </>
  )
}
