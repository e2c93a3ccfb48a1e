import type { IndicatorGroup } from '@mortar/contract/measurement'
import { useWords } from '#app/words.ts'
import { TakeAlong } from '#constellation/export/TakeAlong.tsx'
import { AddressTabs, EmptyState, Section, useTab } from '#ui/index.ts'
import { csvOf } from './csv.ts'
import { IndicatorCard } from './IndicatorCard.tsx'
import styles from './measurement.module.css'

interface GroupsProps {
  groups: readonly IndicatorGroup[]
  name: string
  /** Of which they tell; without it, of all together. */
  community?: string
}

/** Figures by what they are about, one group at a time. */
export function Groups({ groups, name, community }: GroupsProps) {
  const t = useWords('measurement')
  const tabs = groups.map(({ id }) => ({ id, word: t(`groups.${id}.name`) }))
  const here = useTab(tabs)
  const group = groups.find(({ id }) => id === here) ?? groups[0]!
  if (groups.every(({ indicators }) => indicators.every(({ points }) => points.length === 0)))
    return <EmptyState title={t('none')}>{t('noneHow')}</EmptyState>
  return (
    <>
      <AddressTabs tabs={tabs} label={t('groupsLabel')} />
      <Section
        title={t(`groups.${group.id}.question`)}
        action={<TakeAlong name={name} picture={undefined} numbers={() => csvOf(groups, t)} />}
      >
        <div className={styles.cards}>
          {group.indicators.map((indicator) => (
            <IndicatorCard key={indicator.id} indicator={indicator} community={community} />
          ))}
        </div>
        {group.id === 'ties' && <p className={styles.soft}>{t('waits.trust')}</p>}
        {group.id === 'learning' && <p className={styles.soft}>{t('waits.outcomes')}</p>}
      </Section>
    </>
  )
}
