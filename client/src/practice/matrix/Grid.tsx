import { type KeyboardEvent, type RefObject, useLayoutEffect, useMemo, useRef, useState } from 'react'
import { flushSync } from 'react-dom'
import { paths } from '#app/paths.ts'
import { useWords } from '#app/words.ts'
import { useGo } from '#ui/index.ts'
import type { Matrix } from '../api.ts'
import styles from './matrix.module.css'
import { CellDialog } from './CellDialog.tsx'
import { type Place, scrollFor, stepFrom, windowOf } from './grid.ts'

const size = 36

/** Practices down, units across. Only what is in sight is on the page; one cell takes the Tab key, arrows lead on. */
export function Grid({ matrix }: { matrix: Matrix }) {
  const t = useWords('practice')
  const go = useGo()
  const { practices, units } = matrix
  const cells = useMemo(() => new Map(matrix.cells.map((cell) => [`${cell.practice} ${cell.unit}`, cell])), [matrix])
  const box = useRef<HTMLDivElement>(null)
  const { view, read } = useView(box)
  const [at, setAt] = useState<Place>({ row: 0, column: 0 })
  const [open, setOpen] = useState(false)
  const rows = windowOf(practices.length, size, view.top, view.height)
  const columns = windowOf(units.length, size, view.left, view.width)

  // Scrolled away by hand: the first cell in sight takes the Tab key instead.
  const inSight =
    (at.row === -1 || (at.row >= rows.first && at.row < rows.last)) &&
    (at.column === -1 || (at.column >= columns.first && at.column < columns.last))
  const standing = inSight ? at : { row: rows.first, column: columns.first }

  const move = (to: Place) => {
    const element = box.current!
    element.scrollTop = scrollFor(to.row, size, element.scrollTop, view.height)
    element.scrollLeft = scrollFor(to.column, size, element.scrollLeft, view.width)
    // At once: the cell must be there to take the focus before the one that has it goes out of sight.
    flushSync(() => {
      setAt(to)
      read()
    })
    element.querySelector<HTMLElement>('[tabindex="0"]')?.focus({ preventScroll: true })
  }
  const practice = practices[at.row]
  const unit = units[at.column]
  const act = () => {
    if (at.column === -1) go(paths.practice(practice!.id))
    else if (at.row === -1) go(paths.whatWeRun(unit!.id))
    else setOpen(true)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.altKey || open) return
    if (event.key === 'Enter' || event.key === ' ') act()
    else {
      const next = stepFrom(at, event.key, event.ctrlKey || event.metaKey, practices.length, units.length)
      if (!next) return
      move(next)
    }
    event.preventDefault()
  }
  const stands = (row: number, column: number) => (standing.row === row && standing.column === column ? 0 : -1)
  const place = (row: number, column: number) => () => setAt({ row, column })
  const before = { width: columns.first * size }
  const after = { width: (units.length - columns.last) * size }
  const shown = units.slice(columns.first, columns.last)

  return (
    <>
      <div
        ref={box}
        className={styles.box}
        data-few={units.length <= few || undefined}
        role="grid"
        aria-label={t('matrix.title')}
        aria-rowcount={practices.length + 1}
        aria-colcount={units.length + 1}
        onScroll={read}
        onKeyDown={onKeyDown}
      >
        <div role="row" aria-rowindex={1} className={styles.heads}>
          <div className={styles.corner} role="columnheader" aria-colindex={1}>
            {t('matrix.practice')}
          </div>
          <div style={before} role="none" />
          {shown.map(({ id, name, mayDecide }, n) => (
            <div
              key={id}
              role="columnheader"
              aria-colindex={columns.first + n + 2}
              className={styles.head}
              data-mine={mayDecide || undefined}
              tabIndex={stands(-1, columns.first + n)}
              title={name}
              onFocus={place(-1, columns.first + n)}
              onDoubleClick={() => go(paths.whatWeRun(id))}
            >
              <span>{name}</span>
            </div>
          ))}
          <div style={after} role="none" />
        </div>
        <div style={{ height: rows.first * size }} role="none" />
        {practices.slice(rows.first, rows.last).map(({ id, title, adopted }, n) => {
          const row = rows.first + n
          return (
            <div key={id} role="row" aria-rowindex={row + 2} className={styles.row}>
              <div
                role="rowheader"
                aria-colindex={1}
                className={styles.name}
                tabIndex={stands(row, -1)}
                title={title}
                onFocus={place(row, -1)}
                onClick={() => go(paths.practice(id))}
              >
                <span>{title}</span>
                <span className={styles.spread}>{adopted}</span>
              </div>
              <div style={before} role="none" />
              {shown.map((one, m) => {
                const state = cells.get(`${id} ${one.id}`)?.state
                const column = columns.first + m
                return (
                  <div
                    key={one.id}
                    role="gridcell"
                    aria-colindex={column + 2}
                    className={styles.cell}
                    data-state={state}
                    tabIndex={stands(row, column)}
                    aria-label={`${title}, ${one.name}: ${t(state ? `adoption.${state}` : 'matrix.never')}`}
                    onFocus={place(row, column)}
                    onClick={() => {
                      setAt({ row, column })
                      setOpen(true)
                    }}
                  />
                )
              })}
              <div style={after} role="none" />
            </div>
          )
        })}
        <div style={{ height: (practices.length - rows.last) * size }} role="none" />
      </div>
      <p className={styles.here} aria-hidden="true">
        {[practice?.title, unit?.name].filter(Boolean).join(' · ')}
      </p>
      {open && practice && unit && (
        <CellDialog
          practice={practice}
          unit={unit}
          cell={cells.get(`${practice.id} ${unit.id}`)}
          next={matrix.next}
          onClose={() => setOpen(false)}
        />
      )}
    </>
  )
}

/** So few units leave room for the whole names of practices. */
const few = 12

/** What of the grid is in sight, without its heads. */
function useView(box: RefObject<HTMLDivElement | null>) {
  const [view, setView] = useState({ top: 0, left: 0, height: 600, width: 900 })
  const read = () => {
    const element = box.current
    if (!element) return
    const head = element.querySelector<HTMLElement>('[role="columnheader"]')
    setView({
      top: element.scrollTop,
      left: element.scrollLeft,
      height: element.clientHeight - (head?.offsetHeight ?? 0),
      width: element.clientWidth - (head?.offsetWidth ?? 0),
    })
  }
  useLayoutEffect(() => {
    read()
    const watching = new ResizeObserver(read)
    watching.observe(box.current!)
    return () => watching.disconnect()
  }, [])
  return { view, read }
}
