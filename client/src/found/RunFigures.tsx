import type { RunLine } from '@mortar/contract/network-discovery'
import { useWhen } from '#app/when.ts'
import { useWords } from '#app/words.ts'
import { Section } from '#ui/index.ts'
import { Figure } from './Figure.tsx'
import styles from './found.module.css'
import { useWindowOf } from './use-found.ts'

/** A search as a whole: how many took part, how far work follows the chart, how far seeds agree. */
export function RunFigures({ run }: { run: RunLine }) {
  const t = useWords('found')
  const when = useWhen()
  const window = useWindowOf()(run.settings)
  const { summary } = run
  if (!summary) return null
  const number = (value: number | null) => (value === null ? t('tooFew') : when.number(value))
  return (
    <Section title={t('figures.title')}>
      <div className={styles.figures}>
        <Figure
          label={t('figures.people')}
          value={number(summary.people)}
          formula={t('figures.peopleHow')}
          window={window}
          uncertainty={t('figures.peopleSure')}
        />
        <Figure
          label={t('figures.ties')}
          value={number(summary.ties)}
          formula={t('figures.tiesHow', { days: run.settings.halfLife })}
          window={window}
          uncertainty={t('figures.twoDigits')}
        />
        {summary.workMap && (
          <Figure
            label={t('figures.agreement')}
            value={t('figures.agreementValue', {
              ari: when.number(summary.workMap.ari),
              nmi: when.number(summary.workMap.nmi),
            })}
            formula={t('figures.agreementHow', { groups: summary.workMap.groups, units: summary.units })}
            of={t('figures.agreementOf', { level: summary.level ?? 0 })}
            window={window}
          />
        )}
        <Figure
          label={t('figures.seeds')}
          value={summary.agreement === null ? t('figures.noneFound') : when.percent(summary.agreement)}
          formula={t('figures.seedsHow', { seeds: summary.seeds })}
          uncertainty={t('figures.leftOut', { unstable: summary.unstable, again: summary.unitsAgain })}
        />
      </div>
    </Section>
  )
}
