import { sendAgain } from '#ui/index.ts'

interface Left {
  content: object
  /** Sends it no more; comes back when what is under way is over. */
  stop(): Promise<unknown>
}

/** Texts whose page was left before they were kept. */
const left = new Map<string, Left>()

/** Goes on sending a text that nobody looks at any more, until it is kept. */
export function leaveDraft(key: string, content: object, send: () => Promise<unknown>): void {
  let underWay: Promise<unknown> = Promise.resolve()
  const act = () => {
    underWay = send().then(gone, (error: unknown) => again.failed(error))
  }
  const again = sendAgain(act)
  const mine: Left = { content, stop }
  addEventListener('beforeunload', stay)
  void left.get(key)?.stop()
  left.set(key, mine)
  act()

  function gone() {
    again.stop()
    removeEventListener('beforeunload', stay)
    if (left.get(key) === mine) left.delete(key)
  }
  function stop() {
    gone()
    return underWay
  }
}

/** What was left in a draft and is not kept yet, for the page that is opened on it again. */
export const leftDraft = (key: string): object | undefined => left.get(key)?.content

/** Whoever writes on or sends it off decides what becomes of it. */
export const takeUpDraft = (key: string): Promise<unknown> => left.get(key)?.stop() ?? Promise.resolve()

const stay = (event: Event): void => event.preventDefault()
