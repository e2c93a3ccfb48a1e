import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useState, useSyncExternalStore } from 'react'
import { actKey, api, ApiRefusal, refresh } from '#app/api.ts'
import { sendAgain } from '#ui/index.ts'
import { openSaving, type Sending } from './saving.ts'
import type { Sheet } from './types.ts'

/** How long a pause is before what was written is saved. */
const pause = 1200

/**
 * Saves a sheet by itself after each pause, and again when the line or the server is back. When somebody else was quicker
 * nothing is overwritten and saving stops: what they wrote comes back as `theirs`, and whoever writes chooses how to go on.
 */
export function useSaving(community: string, sheet: Sheet) {
  const client = useQueryClient()
  const [saving] = useState(() => begun(community, sheet))
  const { draft, state, theirs, refusal } = useSyncExternalStore(saving.subscribe, saving.shown)

  useEffect(() => {
    if (state !== 'waiting') return undefined
    const timer = setTimeout(() => void saving.save(), pause)
    return () => clearTimeout(timer)
  }, [state, draft, saving])

  useEffect(() => {
    const again = sendAgain(saving.again)
    const unheard = saving.onFailure(again.failed)
    return () => {
      unheard()
      again.stop()
    }
  }, [saving])

  // What they did to the sheet is seen at once: it may be done now, or set aside.
  useEffect(() => {
    if (theirs) void refresh(client, 'GET /communities/{community}/sheets/{sheet}')
  }, [client, theirs])

  // Who leaves the page within the pause has written all the same.
  useEffect(
    () => () => {
      void saving
        .save()
        .then(() =>
          refresh(client, 'GET /communities/{community}/sheets/{sheet}', 'GET /communities/{community}/sheets'),
        )
    },
    [client, saving],
  )

  return { draft, state, theirs, refusal, write: saving.write, save: saving.save, goOn: saving.goOn }
}

export type SheetSaving = ReturnType<typeof useSaving>

const begun = (community: string, { id, edits, title, content, template }: Sheet) =>
  openSaving({
    base: edits,
    draft: { title, content },
    key: actKey,
    async put({ key, base, ...draft }: Sending) {
      const saved = await api('PUT /communities/{community}/sheets/{sheet}', {
        params: { community, sheet: id },
        body: { base, title: draft.title.trim() || template.name, content: draft.content },
        key,
      })
      return saved.edits
    },
    theirsIn: (error) => (error instanceof ApiRefusal && error.status === 409 ? (error.current as Sheet) : undefined),
  })
