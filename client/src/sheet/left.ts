import { sendAgain } from '#ui/index.ts'
import type { Saving } from './saving.ts'

interface Left {
  saving: Saving
  stop(): void
}

/** Sheets whose page was left before all that was written in them went through. */
const left = new Map<string, Left>()

/** Goes on sending what was written in a sheet that nobody looks at any more, until it is there. */
export function leave(sheet: string, saving: Saving, saved: () => void): void {
  const again = sendAgain(() => void saving.again().then(gone))
  const unheard = saving.onFailure(again.failed)
  const mine = { saving, stop }
  addEventListener('beforeunload', stay)
  left.set(sheet, mine)
  void saving.save().then(gone)

  function stop() {
    unheard()
    again.stop()
    removeEventListener('beforeunload', stay)
    if (left.get(sheet) === mine) left.delete(sheet)
  }
  function gone(done: boolean) {
    if (!done) return
    stop()
    saved()
  }
}

/** What was left unsaved in a sheet, for the page that is opened on it again. */
export const leftIn = (sheet: string): Saving | undefined => left.get(sheet)?.saving

/** The page of a sheet sends for itself again. */
export const takeUp = (sheet: string): void => left.get(sheet)?.stop()

/** The browser asks whether somebody means to lose what they wrote. */
export const stay = (event: Event): void => event.preventDefault()
