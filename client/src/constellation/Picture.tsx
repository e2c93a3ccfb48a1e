import type { Constellation } from '@mortar/contract/network-constellation'
import { useWords } from '#app/words.ts'
import { Bands } from './Bands.tsx'
import { Bricks } from './Bricks.tsx'
import styles from './constellation.module.css'
import type { Way } from './drawing.ts'
import { frameOf } from './frame.ts'
import { Names } from './Names.tsx'
import { useNarrow } from './use-narrow.ts'

export type Shown = 'formal' | 'both' | 'informal'

interface PictureProps {
  constellation: Constellation
  shown: Shown
  chosen: string | undefined
  onChoose: (band: string | undefined) => void
}

/** Bricks and bands. Units are links into them; bands are chosen here by pointer, by keyboard in the legend below. */
export function Picture({ constellation, shown, chosen, onChoose }: PictureProps) {
  const t = useWords('constellation')
  const way: Way = useNarrow() ? 'standing' : 'lying'
  const frame = frameOf(constellation, way)
  return (
    <div className={styles.frame}>
      <svg
        id="constellation"
        role="group"
        aria-label={t('caption')}
        className={styles.picture}
        data-shown={shown}
        data-way={way}
        data-chosen={chosen && shown !== 'formal' ? '' : undefined}
        viewBox={`0 0 ${frame.width} ${frame.height}`}
        style={{ minWidth: frame.least }}
      >
        <Bricks constellation={constellation} frame={frame} way={way} />
        {shown !== 'formal' && (
          <g transform={`translate(${frame.bandsX} ${frame.bandsY})`} aria-hidden="true">
            <Bands constellation={constellation} way={way} chosen={chosen} onChoose={onChoose} />
            <Names constellation={constellation} way={way} chosen={chosen} onChoose={onChoose} />
          </g>
        )}
      </svg>
    </div>
  )
}
