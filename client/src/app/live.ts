import { type QueryClient, type QueryKey, useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef } from 'react'
import { ApiRefusal, href } from './api.ts'

/**
 * Reads again what a page shows when something happens to its subject, such as `inquiry:<id>`.
 * A hidden page lets its stream go: browsers keep only six connections to one host.
 */
export function useLive(subject: string | undefined, queries: readonly { queryKey: QueryKey }[]): void {
  const client = useQueryClient()
  const latest = useRef(queries)
  useEffect(() => {
    latest.current = queries
  })

  useEffect(() => {
    if (subject === undefined) return
    return follow(href('GET /live', { query: { subject } }), () => {
      for (const { queryKey } of latest.current) void readAgain(client, queryKey)
    })
  }, [client, subject])
}

/** What may no longer be read is not left standing: its page is asked for anew and says that there is nothing. */
async function readAgain(client: QueryClient, queryKey: QueryKey) {
  await client.invalidateQueries({ queryKey })
  const error = client.getQueryState(queryKey)?.error
  if (error instanceof ApiRefusal && error.status === 404) await client.resetQueries({ queryKey, exact: true })
}

/** Calls `changed` for each message, and after each gap, since something may have been missed. */
export function follow(address: string, changed: () => void): () => void {
  let stream: EventSource | undefined
  let again: ReturnType<typeof setTimeout> | undefined
  let pause = 1_000
  let missed = false

  const open = () => {
    stream = new EventSource(address)
    stream.onopen = () => {
      pause = 1_000
      if (missed) changed()
      missed = false
    }
    stream.addEventListener('changed', changed)
    stream.onerror = () => {
      missed = true
      // The browser tries again by itself unless the server refused.
      if (stream?.readyState === EventSource.CLOSED) retry()
    }
  }
  const close = () => {
    stream?.close()
    stream = undefined
    clearTimeout(again)
  }
  const retry = () => {
    close()
    again = setTimeout(open, pause)
    pause = Math.min(pause * 2, 60_000)
  }
  const showOrHide = () => {
    close()
    if (document.hidden) missed = true
    else open()
  }

  showOrHide()
  document.addEventListener('visibilitychange', showOrHide)
  return () => {
    document.removeEventListener('visibilitychange', showOrHide)
    close()
  }
}
