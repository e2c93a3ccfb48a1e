import { TextInput } from '@mantine/core'
import { useSuspenseQuery } from '@tanstack/react-query'
import { query } from '#app/api.ts'
import { useWords } from '#app/words.ts'
import { EmptyState, Page, useAddress } from '#ui/index.ts'
import { type Chosen, Filters, useChosen } from './Filters.tsx'
import { FoundLine } from './FoundLine.tsx'
import styles from './search.module.css'

export function SearchPage() {
  const t = useWords('search')
  const [{ q = '' }, change] = useAddress()
  const chosen = useChosen()
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
        <Results words={q.trim()} chosen={chosen} />
      ) : (
        <EmptyState title={t('start')}>{t('startHow')}</EmptyState>
      )}
    </Page>
  )
}

function Results({ words, chosen }: { words: string; chosen: Chosen }) {
  const t = useWords('search')
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
