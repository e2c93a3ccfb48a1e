import { useElementSize } from '@mantine/hooks'
import { type KeyboardEvent, useRef, useState } from 'react'
import type { GrowingCell } from '../run/growing.ts'
import { extentOf, type HeatCell, shareOf, stepFrom } from './heat.ts'
import { type CellTelling, HeatCellLink } from './HeatCellLink.tsx'
import styles from './sweep.module.css'
import { useRamp } from './use-ramp.ts'

interface HeatMapProps extends CellTelling {
  label: string
  xName: string
  yName: string | undefined
  xTicks: readonly string[]
  /** From the top. */
  yTicks: readonly string[]
  places: readonly HeatCell[]
  /** What has come out so far, in the order of the plan; a cell to which nothing was added is the same object. */
  cells: readonly GrowingCell[]
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
  const { label, xName, yName, xTicks, yTicks, places, cells, measure, told, saying, addressOf } = props
  const [at, setAt] = useState('0 0')
  const map = useRef<SVGSVGElement>(null)
  const shade = useRamp()
  const extent = extentOf(cells.map(({ ends }) => ends[measure]))
  const [columns, rows] = [xTicks.length, Math.max(1, yTicks.length)]
  const left = yName === undefined ? 4 : Math.min(140, 14 + LETTER * Math.max(...yTicks.map(({ length }) => length)))
  const side = (width - left - 4) / columns
  const tall = Math.max(26, Math.min(Math.max(side * 0.62, side >= WIDE ? TWO_LINES : 0), 52, 560 / rows))
  const height = TOP + tall * rows + BOTTOM
  const every = Math.ceil(Math.max(1, (LETTER * Math.max(...xTicks.map(({ length }) => length)) + 8) / side))
  const walk = (event: KeyboardEvent) => {
    const [column, row] = at.split(' ').map(Number) as [number, number]
    const next = stepFrom(event.key, column, row, columns, rows)
    if (!next) return
    event.preventDefault()
    setAt(next.join(' '))
    map.current?.querySelector<SVGElement>(`[data-at="${next.join(' ')}"]`)?.focus()
  }
  const under = places.find(({ column, row }) => `${column} ${row}` === at)
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
        {places.map((place) => {
          const mean = cells[place.cell]?.ends[measure]?.mean
          const known = extent && mean !== undefined && Number.isFinite(mean)
          const { fill, ink } = known ? shade(shareOf(mean, extent)) : { fill: 'none', ink: undefined }
          const here = `${place.column} ${place.row}`
          return (
            <HeatCellLink
              key={place.cell}
              place={place}
              cell={cells[place.cell]}
              measure={measure}
              x={left + side * place.column}
              y={TOP + tall * place.row}
              wide={side}
              tall={tall}
              fill={fill}
              ink={side >= WIDE ? ink : undefined}
              bothLines={tall >= TWO_LINES}
              reached={at === here}
              onReach={setAt}
              told={told}
              saying={saying}
              addressOf={addressOf}
            />
          )
        })}
      </svg>
      {under && (
        <p className={styles.soft} data-no-words aria-hidden="true">
          {saying(under, cells[under.cell])}
        </p>
      )}
    </>
  )
}
