import { type QueryClient, useQueryClient } from '@tanstack/react-query'
import { useState, useSyncExternalStore } from 'react'
import { api, refresh } from '#app/api.ts'
import { sendAgain, toast } from '#ui/index.ts'
import type { Said } from './Colleague.tsx'

export type SayingState = 'none' | 'saved' | 'unsaved'

interface Saying {
  question: string
  person: string
  said: Partial<Said>
}

/**
 * What somebody says in a survey: sent at once and one after the other, so that the last one stands, and sent again when
 * the line is back. Until all of it is there it says so.
 */
function openSayings(survey: string, client: QueryClient) {
  const unsent = new Map<string, Saying>()
  const heard = new Set<() => void>()
  let state: SayingState = 'none'
  let last: Promise<unknown> = Promise.resolve()
  const again = sendAgain(() => void flush())

  const tell = (now: SayingState) => {
    state = now
    if (now === 'unsaved') addEventListener('beforeunload', stay)
    else removeEventListener('beforeunload', stay)
    for (const hear of heard) hear()
  }
  const send = async (place: string): Promise<void> => {
    const saying = unsent.get(place)
    if (!saying) return
    const { question, person, said } = saying
    try {
      await api('PUT /surveys/{survey}/answer/{question}/{person}', {
        params: { survey, question, person },
        body: said,
      })
    } catch (error) {
      if (state !== 'unsaved' || isRefused(error)) toast((error as Error).message)
      if (isRefused(error)) unsent.delete(place)
      else again.failed(error)
      tell(unsent.size === 0 ? 'none' : 'unsaved')
      return
    }
    if (unsent.get(place) === saying) unsent.delete(place)
    await refresh(client, 'GET /surveys', 'GET /surveys/{survey}', 'GET /surveys/{survey}/answer').catch(
      () => undefined,
    )
    tell(unsent.size === 0 ? 'saved' : 'unsaved')
  }
  const inTurn = (place: string) => (last = last.then(() => send(place)))

  /** Sends what is not there yet; tells whether all of it is now. */
  async function flush(): Promise<boolean> {
    for (const place of unsent.keys()) void inTurn(place)
    await last
    return unsent.size === 0
  }
  const placeOf = (question: string, person: string) => `${question} ${person}`
  return {
    flush,
    say(question: string, person: string, said: Partial<Said>): Promise<unknown> {
      unsent.set(placeOf(question, person), { question, person, said })
      return inTurn(placeOf(question, person))
    },
    /** Takes back what was said and is not there yet. */
    unsay(question: string, person: string) {
      unsent.delete(placeOf(question, person))
      if (unsent.size === 0 && state === 'unsaved') tell('saved')
    },
    /** What was said and is not there yet. */
    saidOf: (question: string, person: string) => unsent.get(placeOf(question, person))?.said,
    subscribe(hear: () => void) {
      heard.add(hear)
      return () => void heard.delete(hear)
    },
    state: () => state,
  }
}

export type Sayings = ReturnType<typeof openSayings>

/** It will not be taken later either: the survey has ended, or this person cannot be named. */
const isRefused = (error: unknown): boolean => {
  const { status = 0 } = error as { status?: number }
  return status >= 400 && status < 500 && status !== 401 && status !== 429
}

const stay = (event: Event): void => event.preventDefault()

/** Those of a survey outlive its page: who leaves while the line is cut has said it all the same. */
const known = new Map<string, Sayings>()

export function useSayings(survey: string): Sayings & { now: SayingState } {
  const client = useQueryClient()
  const [sayings] = useState(() => {
    const begun = known.get(survey) ?? openSayings(survey, client)
    known.set(survey, begun)
    return begun
  })
  return { ...sayings, now: useSyncExternalStore(sayings.subscribe, sayings.state) }
}
