import { SegmentedControl, TextInput } from '@mantine/core'
import type { FoundKind } from '@mortar/contract/search'
import { useSuspenseQuery } from '@tanstack/react-query'
import { query } from '#app/api.ts'
import { useWords } from '#app/words.ts'
import { EmptyState, Page, useAddress } from '#ui/index.ts'
import { FoundLine } from './FoundLine.tsx'
import styles from './search.module.css'

const kinds: readonly FoundKind[] = ['practice', 'inquiry', 'contribution', 'person', 'community', 'unit']

export function SearchPage() {
  const t = useWords('search')
  const [{ q = '', kind }, change] = useAddress()
  const chosen = kinds.find((known) => known === kind)
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
        <SegmentedControl
          aria-label={t('kinds')}
          value={chosen ?? 'all'}
          onChange={(value) => change({ kind: value === 'all' ? undefined : value })}
          data={[
            { value: 'all', label: t('all') },
            ...kinds.map((each) => ({ value: each, label: t(`plural.${each}`) })),
          ]}
        />
      </search>
      {q.trim() ? (
        <Results words={q.trim()} kind={chosen} />
      ) : (
        <EmptyState title={t('start')}>{t('startHow')}</EmptyState>
      )}
    </Page>
  )
}

function Results({ words, kind }: { words: string; kind: FoundKind | undefined }) {
  const t = useWords('search')
  const { data } = useSuspenseQuery(query('GET /search', { query: { words, kind, limit: 50 } }))
  if (data.items.length === 0) return <EmptyState title={t('none', { words })}>{t('noneHow')}</EmptyState>
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
