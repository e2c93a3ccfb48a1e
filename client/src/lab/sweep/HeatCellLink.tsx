import { memo, useMemo } from 'react'
import { useGo } from '#ui/index.ts'
import type { Estimate, GrowingCell } from '../run/growing.ts'
import type { HeatCell } from './heat.ts'
import styles from './sweep.module.css'

/** What cells tell; each function is the same for as long as it says the same. */
export interface CellTelling {
  measure: string
  told: (value: number) => string
  /** What a cell came to, in a sentence. */
  saying: (place: HeatCell, cell: GrowingCell | undefined) => string
  addressOf: (place: HeatCell) => string
}

interface HeatCellLinkProps extends CellTelling {
  place: HeatCell
  cell: GrowingCell | undefined
  x: number
  y: number
  wide: number
  tall: number
  fill: string
  /** For its number; nothing where there is no room for one. */
  ink: string | undefined
  bothLines: boolean
  /** The one of all that Tab comes to. */
  reached: boolean
  onReach: (at: string) => void
}

/** One cell of a heat map: drawn anew only when runs of its own came in, or its shade moved. */
export const HeatCellLink = memo(function HeatCellLink(props: HeatCellLinkProps) {
  const { place, cell, measure, x, y, wide, tall, fill, ink, bothLines, reached, onReach, told } = props
  const { saying, addressOf } = props
  const go = useGo()
  const at = `${place.column} ${place.row}`
  const said = useMemo(() => saying(place, cell), [saying, place, cell])
  const address = useMemo(() => addressOf(place), [addressOf, place])
  const estimate = cell?.ends[measure]
  return (
    <>
      <a
        href={address}
        data-at={at}
        data-cell={fill === 'none' ? 'waiting' : 'known'}
        tabIndex={reached ? 0 : -1}
        aria-label={said}
        onFocus={() => onReach(at)}
        onMouseEnter={() => onReach(at)}
        onClick={(event) => {
          if (event.metaKey || event.ctrlKey || event.shiftKey) return
          event.preventDefault()
          go(address)
        }}
      >
        <rect x={x + 1} y={y + 1} width={wide - 2} height={tall - 2} rx={3} fill={fill} className={styles.cell} />
      </a>
      {ink && estimate && (
        <Numbers estimate={estimate} told={told} x={x + wide / 2} y={y + tall / 2} ink={ink} both={bothLines} />
      )}
    </>
  )
})

interface NumbersProps extends Pick<CellTelling, 'told'> {
  estimate: Estimate
  x: number
  y: number
  ink: string
  both: boolean
}

/** A mean on its shade, and half of its interval where there is room. */
function Numbers({ estimate: { mean, halfWidth }, told, x, y, ink, both }: NumbersProps) {
  const second = both && Number.isFinite(halfWidth)
  return (
    <g className={styles.numbers} fill={ink} textAnchor="middle" aria-hidden="true">
      <text x={x} y={y + (second ? -1 : 4.5)} fontWeight={600}>
        {told(mean)}
      </text>
      {second && (
        <text x={x} y={y + 13} fontSize={11}>
          ± {told(halfWidth)}
        </text>
      )}
    </g>
  )
}
