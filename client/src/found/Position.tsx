import type { OwnPosition } from '@mortar/contract/network-discovery'
import { paths } from '#app/paths.ts'
import { useWords } from '#app/words.ts'
import { Go, Section } from '#ui/index.ts'
import styles from './found.module.css'

/** How the reader stands between units, in a sentence; the rest has a page of its own. */
export function Position({ position }: { position: OwnPosition }) {
  const t = useWords('found')
  const { unit, otherUnits, communities, shown } = position
  return (
    <Section title={t('position.title')}>
      <p>
        {t('position.lead', { unit: unit?.name ?? t('position.noUnit'), units: otherUnits, communities })}{' '}
        <Go to={paths.you()}>{t('you.go')}</Go>
      </p>
      <p className={styles.soft}>{t(shown === 'nobody' ? 'you.onlyYou' : `sharing.said.${shown}`)}</p>
    </Section>
  )
}
