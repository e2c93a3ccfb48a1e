import type { PeoplePicture } from '@mortar/contract/network-constellation'
import { useWhen } from '#app/when.ts'
import { useWords } from '#app/words.ts'
import { Section } from '#ui/index.ts'
import { Figure } from '#found/Figure.tsx'
import found from '#found/found.module.css'

/** The numbers of the picture, each with where it comes from. */
export function PeopleFigures({ picture, window }: { picture: PeoplePicture; window: string | null }) {
  const t = useWords('constellation')
  const when = useWhen()
  const { members, elsewhere, units, bundles, ownTies } = picture
  return (
    <Section title={t('figures.title')}>
      <div className={found.figures}>
        <Figure
          label={t('people.shown')}
          value={t('people.shownOf', { shown: when.number(members - elsewhere), all: when.number(members) })}
          formula={t('people.shownHow')}
          of={t('people.shownSpan', { count: units.length })}
          window={t('people.now')}
          uncertainty={t('people.shownSure')}
        />
        {bundles.length > 0 && (
          <Figure
            label={t('people.bundles')}
            value={when.number(bundles.length)}
            formula={t('people.bundlesHow')}
            of={t('people.bundlesOf')}
            window={window ?? undefined}
            uncertainty={t('people.bundlesSure')}
          />
        )}
        {ownTies.length > 0 && (
          <Figure
            label={t('people.own')}
            value={when.number(ownTies.length)}
            formula={t('people.ownHow')}
            of={t('people.ownOf')}
            window={t('people.ownWindow')}
            uncertainty={t('people.ownSure')}
          />
        )}
      </div>
    </Section>
  )
}
