import { type QueryClient, useQueryClient } from '@tanstack/react-query'
import { useEffect, useState, useSyncExternalStore } from 'react'
import { actKey, api, ApiRefusal, refresh } from '#app/api.ts'
import { sendAgain } from '#ui/index.ts'
import { leave, leftIn, stay, takeUp } from './left.ts'
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
  const [saving] = useState(() => leftIn(sheet.id) ?? begun(client, community, sheet))
  const { draft, state, theirs, refusal } = useSyncExternalStore(saving.subscribe, saving.shown)

  useEffect(() => {
    if (state !== 'waiting') return undefined
    const timer = setTimeout(() => void saving.save(), pause)
    return () => clearTimeout(timer)
  }, [state, draft, saving])

  useEffect(() => {
    const again = sendAgain(() => void saving.again())
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

  const unsaved = state !== 'saved'
  useEffect(() => {
    if (unsaved) addEventListener('beforeunload', stay)
    return () => removeEventListener('beforeunload', stay)
  }, [unsaved])

  // Who leaves the page within the pause, or while the line is cut, has written all the same.
  useEffect(() => {
    takeUp(sheet.id)
    void saving.again()
    const saved = () =>
      void refresh(client, 'GET /communities/{community}/sheets/{sheet}', 'GET /communities/{community}/sheets')
    return () => leave(sheet.id, saving, saved)
  }, [client, saving, sheet.id])

  return { draft, state, theirs, refusal, write: saving.write, save: saving.save, goOn: saving.goOn }
}

export type SheetSaving = ReturnType<typeof useSaving>

const begun = (client: QueryClient, community: string, { id, edits, title, content, template }: Sheet) =>
  openSaving({
    base: edits,
    draft: { title, content },
    key: actKey,
    async put({ key, base, content, ...draft }: Sending) {
      const title = draft.title.trim() || template.name
      const saved = await api('PUT /communities/{community}/sheets/{sheet}', {
        params: { community, sheet: id },
        body: { base, title, content },
        key,
      })
      // Who comes back to the page at once goes on from what stands there now.
      client.setQueriesData<Sheet>({ queryKey: ['GET /communities/{community}/sheets/{sheet}'] }, (known) =>
        known?.id === id ? { ...known, ...saved, title, content } : known,
      )
      return saved.edits
    },
    theirsIn: (error) => (error instanceof ApiRefusal && error.status === 409 ? (error.current as Sheet) : undefined),
  })
