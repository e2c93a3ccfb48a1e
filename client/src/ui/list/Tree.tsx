import { useMediaQuery } from '@mantine/hooks'
import { IconChevronRight } from '@tabler/icons-react'
import {
  type CSSProperties,
  type KeyboardEvent,
  useEffect,
  useId,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
} from 'react'
import { useTranslation } from 'react-i18next'
import { Go, useGo } from '../page/Go.tsx'
import { type Row, rowsOf, stepFrom, type TreeNode, windowOf } from './tree-rows.ts'
import styles from './tree.module.css'
import { useTreeInside } from './use-tree.ts'

export interface TreeProps {
  label: string
  nodes: readonly TreeNode[]
  /** Reads what is inside a node, when it is first unfolded. */
  inside: (id: string) => Promise<readonly TreeNode[]>
  /** Unfolded at the start, such as the way down to what was searched for. */
  unfolded?: readonly string[]
  /** The node to stand on at the start. */
  at?: string
}

/** On a phone a name may take two lines, and a finger finds its row. */
const heights = { wide: 36, narrow: 56 }
const indents = { wide: 22, narrow: 14 }

/** A folding tree of any size: only the rows in sight are on the page, and children come when they are asked for. */
export function Tree({ label, nodes, inside, unfolded, at }: TreeProps) {
  const id = useId()
  const tree = useRef<HTMLDivElement>(null)
  const go = useGo()
  const size = useMediaQuery('(max-width: 48em)', false, { getInitialValueInEffect: false }) ? 'narrow' : 'wide'
  const rowHeight = heights[size]
  const { open, known, toggle } = useTreeInside(inside, unfolded)
  const rows = useMemo(() => rowsOf(nodes, open, known), [nodes, open, known])
  const [standing, setStanding] = useState(at ?? nodes[0]?.id)
  const [scrolled, setScrolled] = useState(0)
  const [keys, setKeys] = useState(0)
  const [height, setHeight] = useState(600)
  const active = Math.max(
    0,
    rows.findIndex(({ kind, node }) => kind === 'node' && node.id === standing),
  )
  const { first, last } = windowOf(rows.length, rowHeight, scrolled, height)

  useLayoutEffect(() => setHeight(tree.current?.clientHeight ?? 600), [rows.length])
  // At every key, too: whoever scrolled away by hand comes back to where they stand.
  useEffect(() => {
    bringIntoSight(tree.current, active, rowHeight)
    setScrolled(tree.current?.scrollTop ?? 0)
  }, [active, keys, rowHeight])

  const onKeyDown = (event: KeyboardEvent) => {
    const row = rows[active]
    if (!row || event.ctrlKey || event.metaKey || event.altKey) return
    const next = stepFrom(rows, active, event.key)
    if (next !== undefined) setStanding(rows[next]!.node.id)
    else if (folds(event.key, row)) toggle(row.node)
    else if (event.key === 'Enter' && row.node.to) go(row.node.to)
    else if (event.key.length === 1) {
      const named = findNamed(rows, active, event.key)
      if (!named) return
      setStanding(named.node.id)
    } else return
    setKeys((pressed) => pressed + 1)
    event.preventDefault()
  }

  return (
    <div
      ref={tree}
      role="tree"
      aria-label={label}
      aria-activedescendant={`${id}-${active}`}
      tabIndex={0}
      className={styles.tree}
      style={{ '--row': `${rowHeight}px`, '--indent': `${indents[size]}px` } as CSSProperties}
      onKeyDown={onKeyDown}
      onScroll={(event) => setScrolled(event.currentTarget.scrollTop)}
    >
      <div className={styles.above} style={{ height: first * rowHeight }} role="none" />
      {rows.slice(first, last).map((row, place) => (
        <TreeRow
          key={`${row.kind} ${row.node.id}`}
          id={`${id}-${first + place}`}
          row={row}
          active={first + place === active}
          onToggle={() => {
            setStanding(row.node.id)
            toggle(row.node)
          }}
        />
      ))}
      <div style={{ height: (rows.length - last) * rowHeight }} role="none" />
    </div>
  )
}

interface TreeRowProps {
  id: string
  row: Row
  active: boolean
  onToggle: () => void
}

function TreeRow({ id, row, active, onToggle }: TreeRowProps) {
  const { t } = useTranslation('ui')
  const { node, level, kind } = row
  const indent = { '--level': level - 1 } as CSSProperties
  if (kind !== 'node') {
    return (
      <div className={styles.told} style={indent} role="treeitem" aria-level={level}>
        {t(kind === 'loading' ? 'tree.loading' : 'tree.failed')}
      </div>
    )
  }
  return (
    <div
      id={id}
      role="treeitem"
      aria-level={level}
      aria-posinset={row.place}
      aria-setsize={row.of}
      aria-expanded={node.inside > 0 ? row.open : undefined}
      aria-selected={active}
      className={styles.row}
      style={indent}
      onClick={node.inside > 0 ? onToggle : undefined}
    >
      <IconChevronRight
        size={16}
        aria-hidden="true"
        data-open={row.open}
        visibility={node.inside > 0 ? undefined : 'hidden'}
      />
      <span
        className={styles.name}
        title={node.name}
        onClick={node.to ? (event) => event.stopPropagation() : undefined}
      >
        {node.to ? (
          <Go to={node.to} tabIndex={-1}>
            {node.name}
          </Go>
        ) : (
          node.name
        )}
      </span>
      {node.note && <span className={styles.note}>{node.note}</span>}
    </div>
  )
}

const folds = (key: string, row: Row) =>
  row.node.inside > 0 &&
  ((key === 'ArrowRight' && !row.open) ||
    (key === 'ArrowLeft' && row.open) ||
    key === ' ' ||
    (key === 'Enter' && !row.node.to))

function findNamed(rows: readonly Row[], from: number, letter: string): Row | undefined {
  const wanted = letter.toLocaleLowerCase()
  const around = [...rows.slice(from + 1), ...rows.slice(0, from)]
  return around.find(({ kind, node }) => kind === 'node' && node.name.toLocaleLowerCase().startsWith(wanted))
}

function bringIntoSight(tree: HTMLElement | null, row: number, rowHeight: number) {
  if (!tree) return
  const top = row * rowHeight
  if (top < tree.scrollTop) tree.scrollTop = top
  else if (top + rowHeight > tree.scrollTop + tree.clientHeight) tree.scrollTop = top + rowHeight - tree.clientHeight
}
