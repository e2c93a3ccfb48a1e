import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import { type Answer, api, query } from '#app/api.ts'

/**
 * Something that is being written: begins with what was kept, and keeps what is typed. Nobody else sees it.
 * While it is `pending` there is nothing to write into: what arrives late would replace what was typed, or be lost.
 */
export function useDraft<T extends object>(key: string, empty: T) {
  const client = useQueryClient()
  const asked = query('GET /drafts/{key}', { params: { key } })
  const { data: kept, isPending } = useQuery({ ...asked, staleTime: Infinity })
  const [value, setValue] = useState<T>()
  const latest = useRef<T>(empty)
  const inTurn = useTurns()
  const shown = value ?? (kept ? { ...empty, ...partsOf(kept.content as object, empty) } : empty)
  useEffect(() => {
    latest.current = shown
  })

  const remember = (draft: Answer<'GET /drafts/{key}'>) => client.setQueryData(asked.queryKey, () => draft)
  const drop = () =>
    inTurn(async () => {
      remember(null)
      await api('DELETE /drafts/{key}', { params: { key } }).catch(() => undefined)
    })
  const put = (content: T) =>
    inTurn(async () => {
      await api('PUT /drafts/{key}', { params: { key }, body: { content: content as never } })
      remember({ content, at: new Date().toISOString() })
    })
  return {
    value: shown,
    /** Whether what was kept is still on its way. */
    pending: isPending && value === undefined,
    /** Whether anything was written since the page opened. */
    touched: value !== undefined,
    found: Boolean(kept),
    set: (change: Partial<T>) => setValue((before) => ({ ...(before ?? latest.current), ...change })),
    keep: () => {
      const content = latest.current
      return JSON.stringify(content) === JSON.stringify(empty) ? drop() : put(content)
    },
    forget: async () => {
      setValue(empty)
      await drop()
    },
  }
}

/** What was kept by an earlier version may have parts that are known no more. */
const partsOf = <T extends object>(content: object, empty: T) =>
  Object.fromEntries(Object.entries(content).filter(([part]) => part in empty)) as Partial<T>

/** Acts go to the server one after the other: a text that is kept late must not come back after it was forgotten. */
function useTurns() {
  const last = useRef<Promise<void>>(Promise.resolve())
  return (act: () => Promise<void>): Promise<void> => {
    last.current = last.current.catch(() => undefined).then(act)
    return last.current
  }
}
