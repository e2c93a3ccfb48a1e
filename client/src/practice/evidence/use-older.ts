import { useState } from 'react'
import { api } from '#app/api.ts'
import { useAct } from '#ui/index.ts'
import type { Application, Practice } from '../api.ts'

/** What came with the page, and older ones page by page when somebody asks for them. */
export function useOlder({ id, applications, evidence }: Practice) {
  const [older, setOlder] = useState<readonly Application[]>([])
  const [next, setNext] = useState<string | null>()
  const all = [...applications, ...older.filter((one) => !applications.some((shown) => shown.id === one.id))]
  const fetching = useAct(
    async () => {
      let after = next ?? undefined
      for (;;) {
        const page = await api('GET /practices/{practice}/applications', {
          params: { practice: id },
          query: { after, limit: 100 },
        })
        const fresh = page.items.filter((one) => !all.some((shown) => shown.id === one.id))
        // The first pages are those that came with the page.
        if (fresh.length === 0 && page.next) after = page.next
        else return { fresh, next: page.next }
      }
    },
    (found) => {
      setOlder([...older, ...found.fresh])
      setNext(found.next)
    },
  )
  const more = next === null ? 0 : Math.max(0, evidence.worked + evidence.partly + evidence.failed - all.length)
  return { all, more, fetching }
}
