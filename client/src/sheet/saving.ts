import type { Draft, Sheet } from './types.ts'

export type SavingState = 'saved' | 'waiting' | 'saving' | 'conflict' | 'failed'

export interface Shown {
  draft: Draft
  state: SavingState
  /** What somebody else wrote meanwhile. */
  theirs?: Sheet
  refusal?: string
}

/** One act of saving: the same key means the same act, and the server does it once. */
export interface Sending extends Draft {
  base: number
  key: string
}

export interface SavingOptions {
  /** Which edit the draft goes on from. */
  base: number
  draft: Draft
  /** Sends it and gives the edit that stands then. */
  put: (sending: Sending) => Promise<number>
  key: () => string
  /** What stands there, when an error says that somebody else was quicker. */
  theirsIn: (error: unknown) => Sheet | undefined
}

export type Saving = ReturnType<typeof openSaving>

/**
 * Saves what is written, one act after another. An act whose answer was lost may have reached the server: it is sent again
 * under its own key before anything newer, so that nobody is told that they wrote over themselves.
 */
export function openSaving({ base, draft, put, key, theirsIn }: SavingOptions) {
  let shown: Shown = { draft, state: 'saved' }
  let written = draft
  let saved = draft
  let unanswered: { sending: Sending; of: Draft } | undefined
  let running: Promise<void> | undefined
  const listeners = new Set<() => void>()
  const failures = new Set<(error: unknown) => void>()

  const show = (next: Shown) => {
    shown = next
    for (const listener of listeners) listener()
  }
  const isSaved = () => saved === written && !unanswered

  async function send() {
    unanswered ??= { sending: { ...written, base, key: key() }, of: written }
    base = await put(unanswered.sending)
    saved = unanswered.of
    unanswered = undefined
  }

  async function run() {
    show({ draft: written, state: 'saving' })
    try {
      if (unanswered) await send()
      if (!isSaved()) await send()
      show({ draft: written, state: isSaved() ? 'saved' : 'waiting' })
    } catch (error) {
      fail(error)
    }
  }

  function fail(error: unknown) {
    const theirs = theirsIn(error)
    const refusal = (error as Error).message
    // Whatever the server has answered was not done: the next act is a new one.
    if (wasAnswered(error)) unanswered = undefined
    show({ draft: written, state: theirs ? 'conflict' : 'failed', refusal, ...(theirs && { theirs }) })
    if (!theirs) for (const listener of failures) listener(error)
  }

  /** Saves what was written last; tells whether it is saved. */
  async function save(): Promise<boolean> {
    await running
    if (!isSaved()) running ??= run().finally(() => (running = undefined))
    await running
    return isSaved()
  }

  function write(next: Draft) {
    written = next
    const busy = shown.state === 'conflict' || shown.state === 'saving'
    show(busy ? { ...shown, draft: next } : { draft: next, state: 'waiting' })
  }

  /** Goes on from what they wrote: with my text over it, or with theirs in the form. */
  function goOn(taking: boolean) {
    const { theirs } = shown
    if (!theirs) return
    base = theirs.edits
    if (taking) saved = written = { title: theirs.title, content: theirs.content }
    show({ draft: written, state: taking ? 'saved' : 'waiting' })
  }

  return {
    shown: () => shown,
    subscribe: (listener: () => void) => listening(listeners, listener),
    /** Tells of each try that failed and may be tried again as it is. */
    onFailure: (listener: (error: unknown) => void) => listening(failures, listener),
    save,
    /** Sends again what did not go through; where people have to choose first, nothing is sent. */
    again: async () => shown.state === 'failed' && save(),
    write,
    goOn,
  }
}

function listening<Listener>(all: Set<Listener>, listener: Listener): () => void {
  all.add(listener)
  return () => void all.delete(listener)
}

/** Below 500 the server has refused; without an answer, or with one of a proxy in between, nobody knows. */
function wasAnswered(error: unknown): boolean {
  const { status = 0, code } = error as { status?: number; code?: string }
  return status >= 400 && status < 500 && code !== 'platform.stillRunning'
}
