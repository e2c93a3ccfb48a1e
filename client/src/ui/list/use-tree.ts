import { useCallback, useEffect, useRef, useState } from 'react'
import type { Inside, TreeNode } from './tree-rows.ts'

/** What is unfolded, and what was found inside. */
export function useTreeInside(read: (id: string) => Promise<readonly TreeNode[]>, unfolded: readonly string[] = []) {
  const [open, setOpen] = useState<ReadonlySet<string>>(() => new Set(unfolded))
  const [known, setKnown] = useState<ReadonlyMap<string, Inside>>(new Map())
  const reading = useRef(read)
  useEffect(() => {
    reading.current = read
  })

  const load = useCallback((id: string) => {
    const put = (found: Inside) => setKnown((before) => new Map(before).set(id, found))
    put('loading')
    reading.current(id).then(put, () => put('failed'))
  }, [])

  const way = unfolded.join('\n')
  useEffect(() => {
    if (way === '') return
    setOpen((before) => new Set([...before, ...way.split('\n')]))
    for (const id of way.split('\n')) load(id)
  }, [way, load])

  const toggle = (node: TreeNode) => {
    const found = known.get(node.id)
    if (!open.has(node.id) && (found === undefined || found === 'failed')) load(node.id)
    setOpen((before) =>
      before.has(node.id) ? new Set([...before].filter((id) => id !== node.id)) : new Set(before).add(node.id),
    )
  }
  return { open, known, toggle }
}
