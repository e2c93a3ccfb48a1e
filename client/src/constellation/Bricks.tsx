import type { Constellation } from '@mortar/contract/network-constellation'
import { useWords } from '#app/words.ts'
import { Go, useChangedAddress } from '#ui/index.ts'
import styles from './constellation.module.css'
import type { Way } from './drawing.ts'
import { type Frame, lettersIn, wrapped } from './frame.ts'
import { useUnitName } from './use-unit-name.ts'

interface BricksProps {
  constellation: Constellation
  frame: Frame
  way: Way
}

/** The chart: the unit around on top, the units inside it below, each with who answers for it. */
export function Bricks({ constellation: { within, units, unitsBefore, bands }, frame, way }: BricksProps) {
  const t = useWords('constellation')
  const changed = useChangedAddress()
  const nameOf = useUnitName()
  const opened = openedFrom(unitsBefore)
  const manyOf = ({ units: count, people }: { units: number; people: number }) => t('unitsAndPeople', { count, people })
  const peopleOf = ({ head, people }: { head: { name: string } | null; people: number }) =>
    head ? t('headAndPeople', { head: head.name, count: people }) : t('unitPeople', { count: people })
  return (
    <g>
      {within && frame.head && (
        <g className={styles.head}>
          <rect {...frame.head} rx="4" />
          <text x={frame.head.x + 14} y={frame.head.y + 20} className={styles.unit} data-no-words>
            {wrapped(within.name, Math.floor(frame.head.width / 8), 1)[0]}
          </text>
          <text x={frame.head.x + 14} y={frame.head.y + 38} className={styles.people}>
            {peopleOf(within)}
          </text>
        </g>
      )}
      {units.map((unit, n) => {
        const box = frame.bricks[n]!
        const letters = lettersIn(way === 'lying' || bands.length === 0 ? box.width : 104)
        const name = nameOf(unit)
        const lines = wrapped(name, letters, frame.nameLines)
        const drawn = (
          <g className={styles.brick} data-itself={unit.itself || undefined}>
            <title>{t('brick', { name, people: unit.units > 1 ? manyOf(unit) : peopleOf(unit) })}</title>
            <rect {...box} rx="4" />
            {unit.units > 1 && <path d={edgeOf(box)} className={styles.edge} />}
            <text y={box.y + 19} className={styles.unit} data-no-words>
              {lines.map((line, row) => (
                <tspan key={row} x={box.x + 10} dy={row === 0 ? 0 : 16}>
                  {line}
                </tspan>
              ))}
            </text>
            <text y={box.y + 21 + 16 * lines.length} className={styles.people} data-no-words>
              <tspan x={box.x + 10}>
                {unit.units > 1 && way === 'lying'
                  ? wrapped(letters < 24 ? t('unitsOnly', { count: unit.units }) : manyOf(unit), letters + 3, 1)[0]
                  : lines.length === 1 && way === 'lying' && unit.head
                    ? wrapped(peopleOf(unit), letters + 3, 1)[0]
                    : t('unitPeople', { count: unit.people })}
              </tspan>
            </text>
          </g>
        )
        return unit.units === 1 && (unit.itself || unit.inside === 0) ? (
          <g key={unit.id}>{drawn}</g>
        ) : (
          <Go key={unit.id} to={changed(opened(units, n))} stay>
            {drawn}
          </Go>
        )
      })}
    </g>
  )
}

/** Where a brick leads: into a unit, or to the units that it stands for. */
const openedFrom = (before: number) => (units: Constellation['units'], n: number) => {
  const { id, units: count } = units[n]!
  if (count === 1) return { within: id, group: undefined, deep: undefined, skip: undefined, take: undefined }
  const passed = units.slice(0, n).reduce((sum, unit) => sum + (unit.itself ? 0 : unit.units), before)
  return { skip: String(passed), take: String(count) }
}

/** A double edge for a brick that stands for several. */
const edgeOf = ({ x, y, width, height }: Frame['bricks'][number]) =>
  `M${x + width - 4} ${y + 4}V${y + height - 4}M${x + width - 8} ${y + 4}V${y + height - 4}`
