import { useQueryClient } from '@tanstack/react-query'
import { useCallback, useEffect, useRef, useState } from 'react'
import { api, ApiRefusal, refresh } from '#app/api.ts'
import type { Draft, Sheet } from './types.ts'

export type Saving = 'saved' | 'waiting' | 'saving' | 'conflict' | 'failed'

/** How long a pause is before what was written is saved. */
const pause = 1200

/**
 * Saves a sheet by itself after each pause. When somebody else was quicker nothing is overwritten and saving stops: what
 * they wrote comes back as `theirs`, and whoever writes chooses how to go on.
 */
export function useSaving(community: string, sheet: Sheet) {
  const client = useQueryClient()
  const [draft, setDraft] = useState<Draft>({ title: sheet.title, content: sheet.content })
  const [state, setState] = useState<Saving>('saved')
  const [theirs, setTheirs] = useState<Sheet>()
  const [refusal, setRefusal] = useState<string>()
  const base = useRef(sheet.edits)
  const latest = useRef(draft)
  const changed = useRef(false)
  const running = useRef<Promise<void>>(undefined)

  const saveOnce = useCallback(async () => {
    changed.current = false
    setState('saving')
    try {
      const { title, content } = latest.current
      const { edits } = await api('PUT /communities/{community}/sheets/{sheet}', {
        params: { community, sheet: sheet.id },
        body: { base: base.current, title: title.trim() || sheet.template.name, content },
      })
      base.current = edits
      setRefusal(undefined)
      setState(changed.current ? 'waiting' : 'saved')
    } catch (error) {
      changed.current = true
      const current = error instanceof ApiRefusal && error.status === 409 ? (error.current as Sheet) : undefined
      setTheirs(current)
      setRefusal((error as Error).message)
      setState(current ? 'conflict' : 'failed')
    }
  }, [community, sheet.id, sheet.template.name])

  /** One saving after another, until what was written last is saved; tells whether it is. */
  const save = useCallback(async (): Promise<boolean> => {
    await running.current
    if (changed.current) {
      running.current = saveOnce()
      await running.current
    }
    return !changed.current
  }, [saveOnce])

  useEffect(() => {
    if (state !== 'waiting') return undefined
    const timer = setTimeout(() => void save(), pause)
    return () => clearTimeout(timer)
  }, [state, draft, save])

  // Who leaves the page within the pause has written all the same.
  useEffect(
    () => () => {
      void save().then(() =>
        refresh(client, 'GET /communities/{community}/sheets/{sheet}', 'GET /communities/{community}/sheets'),
      )
    },
    [client, save],
  )

  const write = (next: Draft) => {
    latest.current = next
    changed.current = true
    setDraft(next)
    setState((now) => (now === 'conflict' ? now : 'waiting'))
  }
  /** Goes on from what they wrote: with my text over it, or with theirs in the form. */
  const goOn = (taking: boolean) => {
    if (!theirs) return
    base.current = theirs.edits
    setTheirs(undefined)
    setRefusal(undefined)
    setState('waiting')
    write(taking ? { title: theirs.title, content: theirs.content } : latest.current)
  }
  return { draft, write, save, state, theirs, refusal, goOn, retry: () => setState('waiting') }
}

export type SheetSaving = ReturnType<typeof useSaving>
