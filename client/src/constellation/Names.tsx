import type { Constellation } from '@mortar/contract/network-constellation'
import { useWords } from '#app/words.ts'
import styles from './constellation.module.css'
import { labelsOf, type Way } from './drawing.ts'
import { wrapped } from './frame.ts'

interface NamesProps {
  constellation: Constellation
  way: Way
  chosen: string | undefined
  onChoose: (band: string | undefined) => void
}

/** Names beside a lying picture, short ones over a standing one. */
export function Names({ constellation: { bands, units, size }, way, chosen, onChoose }: NamesProps) {
  const t = useWords('constellation')
  const lying = way === 'lying'
  return labelsOf(bands, units, lying ? 32 : 34, size.across).map(({ band, across, begins }) => {
    const { id, name, short, colour, communities } = bands[band]!
    const shortest = communities === 1 ? name : t('bandOfManyShort', { name, others: communities - 1 })
    const lines = lying ? wrapped(shortest, 22, 2) : [short]
    const from = lying ? `-8 ${across}` : `${across} -4`
    const to = lying ? `${begins.along} ${begins.across}` : `${begins.across} ${begins.along}`
    return (
      <g
        key={id}
        className={styles.name}
        data-colour={colour}
        data-chosen={id === chosen || undefined}
        onClick={() => onChoose(id === chosen ? undefined : id)}
      >
        <path d={`M${from}L${to}`} className={styles.lead} />
        <text
          y={lying ? across + (lines.length === 1 ? 4 : -4) : -8}
          textAnchor={lying ? 'end' : 'middle'}
          data-no-words
        >
          {lines.map((line, n) => (
            <tspan key={n} x={lying ? -12 : across} dy={n === 0 ? 0 : 15}>
              {line}
            </tspan>
          ))}
        </text>
      </g>
    )
  })
}
