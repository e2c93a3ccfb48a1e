import { CloseButton } from '@mantine/core'
import type { Constellation } from '@mortar/contract/network-constellation'
import { paths } from '#app/paths.ts'
import { useWords } from '#app/words.ts'
import { Go, useAddress, useChangedAddress } from '#ui/index.ts'
import { BandFigures } from './BandFigures.tsx'
import styles from './constellation.module.css'
import { useBandName } from './Legend.tsx'
import { useUnitName } from './use-unit-name.ts'

interface BandCardProps {
  constellation: Constellation
  band: Constellation['bands'][number]
  onClose: () => void
}

/** One band in words: where its people are, with which bands it shares people, and the way to it. */
export function BandCard({ constellation, band, onClose }: BandCardProps) {
  const { kind, group, bands, overlaps, units } = constellation
  const t = useWords('constellation')
  const name = useBandName()
  const nameOf = useUnitName()
  const changed = useChangedAddress()
  const [{ deep = '1' }] = useAddress()
  const own = bands.indexOf(band)
  const there = band.pieces.filter(({ people }) => people > 0)
  const shared = overlaps.flatMap(({ one, other, people }) =>
    one === own ? [{ band: bands[other]!, people }] : other === own ? [{ band: bands[one]!, people }] : [],
  )
  return (
    <section className={styles.card} aria-label={t('chosen')}>
      <header>
        <h2>
          <i data-colour={band.colour} aria-hidden="true" /> {name(band)}
        </h2>
        <CloseButton aria-label={t('close')} onClick={onClose} />
      </header>
      <BandFigures constellation={constellation} band={band} />
      <dl>
        {there.map(({ unit, people }) => (
          <div key={unit}>
            <dt>{nameOf(units[unit]!)}</dt>
            <dd>{kind === 'found' ? t('fiveOrMore') : people}</dd>
          </div>
        ))}
      </dl>
      {kind === 'found' ? null : shared.length === 0 ? (
        <p>{t('sharesNobody')}</p>
      ) : (
        <ul>
          {shared.map((lap) => (
            <li key={lap.band.id}>
              {t('shares', { count: lap.people })} {name(lap.band)}
            </li>
          ))}
        </ul>
      )}
      {kind === 'found' ? (
        <p>
          <Go to={paths.found(band.id)}>{t('toEvidence')}</Go>
        </p>
      ) : band.communities === 1 ? (
        <p>
          <Go to={paths.community(band.slug)}>{t('toCommunity')}</Go>
          <Go to={paths.communityInChart(band.slug)}>{t('toPeople')}</Go>
        </p>
      ) : (
        <p>
          <Go to={changed({ group: band.id, deep: group ? String(Number(deep) + 1) : undefined })} stay>
            {t('toGroup')}
          </Go>
        </p>
      )}
    </section>
  )
}
