import type { OwnPosition } from '@mortar/contract/network-discovery'
import { useWhen } from '#app/when.ts'
import { useWords } from '#app/words.ts'
import { Section } from '#ui/index.ts'
import { Figure } from '../Figure.tsx'
import styles from '../found.module.css'

/** What would be missing without the reader, and between whom they stand; each figure opens where it comes from. */
export function PositionFigures({ position, window }: { position: OwnPosition; window: string }) {
  const t = useWords('found')
  const when = useWhen()
  const { alone, outside, roles } = position
  return (
    <Section title={t('you.without')}>
      <div className={styles.figures}>
        <Figure
          label={t('you.alone')}
          value={alone === null ? t('you.nobody') : t('you.alonePeople', { count: alone })}
          formula={t('you.aloneHow')}
          of={t('you.aloneOf')}
          window={window}
          uncertainty={t('you.aloneSure')}
        />
        <Figure
          label={t('you.outside')}
          value={when.percent(outside)}
          formula={t('you.outsideHow')}
          of={t('you.outsideOf')}
          window={window}
          uncertainty={t('position.uncertainty')}
        />
        {roles.map(({ role, pairs }) => (
          <Figure
            key={role}
            label={t(`position.role.${role}`)}
            value={t('position.pairs', { pairs: when.number(pairs) })}
            formula={t(`position.formula.${role}`)}
            of={t('you.pairsOf')}
            window={window}
            uncertainty={t('position.uncertainty')}
          />
        ))}
      </div>
    </Section>
  )
}
