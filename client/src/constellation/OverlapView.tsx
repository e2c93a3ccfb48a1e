import { useSuspenseQuery } from '@tanstack/react-query'
import { query } from '#app/api.ts'
import { useWords } from '#app/words.ts'
import { EmptyState, useAddress } from '#ui/index.ts'
import styles from './constellation.module.css'
import { OverlapNumbers } from './Numbers.tsx'
import { Upset } from './Upset.tsx'
import { Venn } from './Venn.tsx'

/** Who is in several communities: circles for two or three that are chosen, sets for all. */
export function OverlapView() {
  const t = useWords('constellation')
  const [{ within, of = '' }, change] = useAddress()
  const { data } = useSuspenseQuery(query('GET /constellation/overlap', { query: { within } }))
  if (data.communities.length === 0) return <EmptyState title={t('none')}>{t('noneHow')}</EmptyState>
  const ids = of.split(',').filter((id) => data.communities.some((community) => community.id === id))
  const toggle = (id: string) => {
    const next = ids.includes(id) ? ids.filter((one) => one !== id) : [...ids, id].slice(-3)
    change({ of: next.join(',') || undefined }, { replace: true })
  }
  return (
    <>
      <Upset overlap={data} chosen={ids} onToggle={toggle} />
      {ids.length < 2 ? <p className={styles.soft}>{t('vennHow')}</p> : <Venn overlap={data} chosen={ids} />}
      <OverlapNumbers overlap={data} />
    </>
  )
}
