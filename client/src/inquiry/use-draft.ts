import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import { type Answer, api, query } from '#app/api.ts'

/** Something that is being written: begins with what was kept, and keeps what is typed. Nobody else sees it. */
export function useDraft<T extends object>(key: string, empty: T) {
  const client = useQueryClient()
  const asked = query('GET /drafts/{key}', { params: { key } })
  const { data: kept, isPending } = useQuery({ ...asked, staleTime: Infinity })
  const [value, setValue] = useState<T>()
  const latest = useRef<T>(empty)
  const shown = value ?? (kept ? { ...empty, ...(kept.content as Partial<T>) } : empty)
  useEffect(() => {
    latest.current = shown
  })

  const remember = (draft: Answer<'GET /drafts/{key}'>) => client.setQueryData(asked.queryKey, () => draft)
  const drop = async () => {
    remember(null)
    await api('DELETE /drafts/{key}', { params: { key } }).catch(() => undefined)
  }
  return {
    value: shown,
    /** Whether what was kept is still on its way. */
    pending: isPending && value === undefined,
    found: Boolean(kept),
    set: (change: Partial<T>) => setValue((before) => ({ ...(before ?? latest.current), ...change })),
    keep: async () => {
      const content = latest.current
      if (JSON.stringify(content) === JSON.stringify(empty)) return drop()
      await api('PUT /drafts/{key}', { params: { key }, body: { content: content as never } })
      remember({ content, at: new Date().toISOString() })
    },
    forget: async () => {
      setValue(empty)
      await drop()
    },
  }
}
