import { useElementSize } from '@mantine/hooks'
import { type KeyboardEvent, useRef, useState } from 'react'
import { useGo } from '#ui/index.ts'
import type { Estimate } from '../run/growing.ts'
import { extentOf, type HeatCell, shareOf, stepFrom } from './heat.ts'
import styles from './sweep.module.css'
import { useRamp } from './use-ramp.ts'

export interface HeatMapProps {
  label: string
  xName: string
  yName: string | undefined
  xTicks: readonly string[]
  /** From the top. */
  yTicks: readonly string[]
  cells: readonly HeatCell[]
  estimateOf: (cell: number) => Estimate | undefined
  told: (value: number) => string
  /** What a cell came to, in a sentence. */
  saying: (cell: HeatCell) => string
  addressOf: (cell: HeatCell) => string
}

const TOP = 24
const BOTTOM = 44
const LETTER = 7.2
const WIDE = 52
const TWO_LINES = 40

/** Means as shades, a cell each: walked by the arrows, opened by Enter. */
export function HeatMap(props: HeatMapProps) {
  const { ref, width } = useElementSize()
  return (
    <div ref={ref} className={styles.map}>
      {width > 0 && <Drawn {...props} width={width} />}
    </div>
  )
}

function Drawn({ width, ...props }: HeatMapProps & { width: number }) {
  const { label, xName, yName, xTicks, yTicks, cells, estimateOf, told, saying, addressOf } = props
  const [at, setAt] = useState({ column: 0, row: 0 })
  const map = useRef<SVGSVGElement>(null)
  const shade = useRamp()
  const extent = extentOf(cells.map(({ cell }) => estimateOf(cell)))
  const shadeOf = (cell: number) => {
    const mean = estimateOf(cell)?.mean
    return extent && mean !== undefined && Number.isFinite(mean) ? shade(shareOf(mean, extent)) : undefined
  }
  const fillOf = (cell: number) => shadeOf(cell)?.fill ?? 'none'
  const [columns, rows] = [xTicks.length, Math.max(1, yTicks.length)]
  const left = yName === undefined ? 4 : Math.min(140, 14 + LETTER * Math.max(...yTicks.map(({ length }) => length)))
  const side = (width - left - 4) / columns
  const tall = Math.max(26, Math.min(Math.max(side * 0.62, side >= WIDE ? TWO_LINES : 0), 52, 560 / rows))
  const height = TOP + tall * rows + BOTTOM
  const place = { left, side, tall }
  const every = Math.ceil(Math.max(1, (LETTER * Math.max(...xTicks.map(({ length }) => length)) + 8) / side))
  const walk = (event: KeyboardEvent) => {
    const next = stepFrom(event.key, at.column, at.row, columns, rows)
    if (!next) return
    event.preventDefault()
    const [column, row] = next
    setAt({ column, row })
    map.current?.querySelector<SVGElement>(`[data-at="${column} ${row}"]`)?.focus()
  }
  const under = cells.find(({ column, row }) => column === at.column && row === at.row)
  return (
    <>
      <svg
        ref={map}
        id="heat"
        viewBox={`0 0 ${width} ${height}`}
        width={width}
        height={height}
        role="group"
        aria-label={label}
        className={styles.heat}
        data-no-words
        onKeyDown={walk}
      >
        {yName !== undefined && (
          <text x={0} y={14} aria-hidden="true">
            ↑ {yName}
          </text>
        )}
        {yTicks.map((tick, row) => (
          <text key={tick} x={left - 8} y={TOP + tall * (row + 0.5) + 4.5} textAnchor="end" aria-hidden="true">
            {tick}
          </text>
        ))}
        {xTicks.map(
          (tick, column) =>
            column % every === 0 && (
              <text
                key={tick}
                x={left + side * (column + 0.5)}
                y={TOP + tall * rows + 17}
                textAnchor="middle"
                aria-hidden="true"
              >
                {tick}
              </text>
            ),
        )}
        <text x={width - 4} y={height - 6} textAnchor="end" aria-hidden="true">
          {xName} →
        </text>
        <Links cells={cells} saying={saying} addressOf={addressOf} place={place} at={at} onAt={setAt} fillOf={fillOf} />
        {side >= WIDE && (
          <Numbers
            cells={cells}
            estimateOf={estimateOf}
            told={told}
            place={place}
            inkOf={(cell) => shadeOf(cell)!.ink}
          />
        )}
      </svg>
      {under && (
        <p className={styles.soft} data-no-words aria-hidden="true">
          {saying(under)}
        </p>
      )}
    </>
  )
}

type Place = { left: number; side: number; tall: number }
type At = { column: number; row: number }
type LinksProps = Pick<HeatMapProps, 'cells' | 'saying' | 'addressOf'> & {
  place: Place
  at: At
  onAt: (at: At) => void
  fillOf: (cell: number) => string
}

/** One of them can be reached by Tab; arrows lead on from it. */
function Links({ cells, saying, addressOf, place: { left, side, tall }, at, onAt, fillOf }: LinksProps) {
  const go = useGo()
  return cells.map((cell) => {
    const { column, row } = cell
    const fill = fillOf(cell.cell)
    return (
      <a
        key={cell.cell}
        href={addressOf(cell)}
        data-at={`${column} ${row}`}
        data-cell={fill === 'none' ? 'waiting' : 'known'}
        tabIndex={at.column === column && at.row === row ? 0 : -1}
        aria-label={saying(cell)}
        onFocus={() => onAt({ column, row })}
        onMouseEnter={() => onAt({ column, row })}
        onClick={(event) => {
          if (event.metaKey || event.ctrlKey || event.shiftKey) return
          event.preventDefault()
          go(addressOf(cell))
        }}
      >
        <rect
          x={left + side * column + 1}
          y={TOP + tall * row + 1}
          width={side - 2}
          height={tall - 2}
          rx={3}
          fill={fill}
          className={styles.cell}
        />
      </a>
    )
  })
}

type NumbersProps = Pick<HeatMapProps, 'cells' | 'estimateOf' | 'told'> & {
  place: Place
  inkOf: (cell: number) => string
}

/** Means on the shades, and half of their intervals where there is room. */
function Numbers({ cells, estimateOf, told, place: { left, side, tall }, inkOf }: NumbersProps) {
  return (
    <g className={styles.numbers} aria-hidden="true">
      {cells.map(({ cell, column, row }) => {
        const estimate = estimateOf(cell)
        if (!estimate || !Number.isFinite(estimate.mean)) return null
        const [x, y] = [left + side * (column + 0.5), TOP + tall * (row + 0.5)]
        const both = tall >= TWO_LINES && Number.isFinite(estimate.halfWidth)
        return (
          <g key={cell} fill={inkOf(cell)} textAnchor="middle">
            <text x={x} y={y + (both ? -1 : 4.5)} fontWeight={600}>
              {told(estimate.mean)}
            </text>
            {both && (
              <text x={x} y={y + 13} fontSize={11}>
                ± {told(estimate.halfWidth)}
              </text>
            )}
          </g>
        )
      })}
    </g>
  )
}
