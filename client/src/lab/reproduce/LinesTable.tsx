import type { Line } from '@mortar/simulation'
import { useWords } from '#app/words.ts'
import { Mark, type MarkKind } from '#ui/index.ts'
import { exactTold } from '../told.ts'
import styles from './reproduce.module.css'
import { useSaid } from './use-said.ts'

const marks: Readonly<Record<Line['verdict'], MarkKind>> = { holds: 'worked', known: 'partly', differs: 'failed' }

interface LinesTableProps {
  caption: string
  /** Of the full reproduction. */
  reference: readonly Line[]
  /** What came out here so far, in the same order; nothing yet where it was not run. */
  here: readonly Line[] | undefined
}

/** Line by line what was published, what the full reproduction gave, and what came out here. */
export function LinesTable({ caption, reference, here }: LinesTableProps) {
  const t = useWords('lab')
  const said = useSaid()
  const heads = ['what', 'published', 'full', 'tolerance', ...(here ? ['here', 'tolerance'] : []), 'verdict'] as const
  return (
    <div className={styles.wide} tabIndex={0} role="region" aria-label={caption}>
      <table className={styles.lines}>
        <caption className="unseen">{caption}</caption>
        <thead>
          <tr>
            {heads.map((head, at) => (
              <th key={at} scope="col" data-numeric={head !== 'what' && head !== 'verdict'}>
                {t(`reproduce.${head}` as 'reproduce.what')}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {reference.map((line, at) => (
            <Row key={line.what} line={line} here={here && (here[at] ?? line)} what={said.what(line.what)} />
          ))}
        </tbody>
      </table>
    </div>
  )
}

function Row({ line, here, what }: { line: Line; here: Line | undefined; what: string }) {
  const t = useWords('lab')
  const said = useSaid()
  const digits = digitsOf(line)
  const verdict = (here ?? line).verdict
  return (
    <tr>
      <th scope="row">{what}</th>
      <td data-numeric>{said.published(line.published, digits)}</td>
      <Numbers line={line} digits={digits} />
      {here && <Numbers line={here} digits={digits} />}
      <td>
        <Mark kind={marks[verdict]}>{t(`reproduce.${verdict}`)}</Mark>
      </td>
    </tr>
  )
}

const Numbers = ({ line: { ours, tolerance }, digits }: { line: Line; digits: number }) => (
  <>
    <td data-numeric>{exactTold(ours, digits)}</td>
    <td data-numeric>{Number.isFinite(tolerance) && `± ${exactTold(tolerance, digits)}`}</td>
  </>
)

/** Counts of a thousand need no digits, percent one, shares four. */
const digitsOf = ({ published, ours }: Line) => {
  const size = Math.max(Math.abs(typeof published === 'number' ? published : 0), Math.abs(ours || 0))
  return size >= 100 ? 0 : size > 1 ? 2 : 4
}
