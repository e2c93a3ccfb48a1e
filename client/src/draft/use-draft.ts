import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import { type Answer, api, ApiRefusal, query } from '#app/api.ts'
import { leaveDraft, leftDraft, takeUpDraft } from './left-drafts.ts'

type Kept = Answer<'GET /drafts/{key}'>

/**
 * Something that is being written: begins with what was kept, and keeps what is typed. Nobody else sees it.
 * While it is `pending` there is nothing to write into: what arrives late would replace what was typed, or be lost.
 * What another window of the same person kept meanwhile is not written over: it is `elsewhere`, and they choose.
 * Who leaves the page before the text is kept, or while the line is cut, has written all the same.
 */
export function useDraft<T extends object>(key: string, empty: T) {
  const client = useQueryClient()
  const asked = query('GET /drafts/{key}', { params: { key } })
  const { data: kept, isPending } = useQuery({ ...asked, staleTime: Infinity })
  const [value, setValue] = useState(() => leftDraft(key) as T | undefined)
  const [elsewhere, setElsewhere] = useState<{ kept: Kept }>()
  const latest = useRef<T>(empty)
  const inTurn = useTurns()
  const contentOf = (draft: Kept | undefined): T =>
    draft ? { ...empty, ...partsOf(draft.content as object, empty) } : empty
  const shown = value ?? contentOf(kept)
  useEffect(() => {
    latest.current = shown
  })

  const known = () => client.getQueryData<Kept>(asked.queryKey) ?? null
  const remember = (draft: Kept) => client.setQueryData(asked.queryKey, () => draft)
  const drop = () =>
    inTurn(async () => {
      remember(null)
      await api('DELETE /drafts/{key}', { params: { key } }).catch(() => undefined)
    })
  const put = (content: T, over: 'known' | 'anything') =>
    inTurn(async () => {
      const base = known()
      if (over === 'known' && base && isSame(contentOf(base), content)) return
      const body = { content: content as never, ...(over === 'known' && { base: base?.at ?? null }) }
      try {
        const { at } = await api('PUT /drafts/{key}', { params: { key }, body })
        remember({ content: content as never, at })
      } catch (error) {
        if (!(error instanceof ApiRefusal) || error.status !== 409) throw error
        const found = error.current as Kept
        // The same text was kept before: most likely by this window, whose answer was lost.
        if (found && isSame(contentOf(found), content)) return void remember(found)
        setElsewhere({ kept: found })
        throw error
      }
    })
  const keep = (content: T) => (isSame(content, empty) ? drop() : put(content, 'known'))
  const leaving = useRef(() => {})
  useEffect(() => {
    leaving.current = () => {
      const content = latest.current
      if (!isSame(content, contentOf(known() ?? undefined))) leaveDraft(key, content, () => keep(content))
    }
  })
  useEffect(() => () => leaving.current(), [])

  return {
    value: shown,
    /** Whether what was kept is still on its way. */
    pending: isPending && value === undefined,
    /** Whether anything was written since the page opened. */
    touched: value !== undefined,
    found: Boolean(kept),
    /** What another window kept or sent since; until somebody chooses, nothing is kept here. */
    elsewhere: elsewhere && {
      /** There is another text to take; it may have been sent already. */
      found: Boolean(elsewhere.kept),
      take: () => {
        remember(elsewhere.kept ?? null)
        setValue(contentOf(elsewhere.kept ?? undefined))
        setElsewhere(undefined)
      },
      keepMine: async () => {
        setElsewhere(undefined)
        await put(latest.current, 'anything')
      },
    },
    set: (change: Partial<T>) => {
      void takeUpDraft(key)
      setValue((before) => ({ ...(before ?? latest.current), ...change }))
    },
    keep: () => keep(latest.current),
    forget: async () => {
      latest.current = empty
      setValue(empty)
      setElsewhere(undefined)
      await takeUpDraft(key)
      await drop()
    },
  }
}
export type Draft<T extends object> = ReturnType<typeof useDraft<T>>

const isSame = (a: object, b: object) => JSON.stringify(a) === JSON.stringify(b)

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
