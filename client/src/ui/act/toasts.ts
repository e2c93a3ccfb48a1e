import { useSyncExternalStore } from 'react'

export interface Toast {
  id: number
  text: string
  undo?: (() => unknown) | undefined
}

/** As long as somebody may change their mind. */
export const undoMilliseconds = 8_000

let toasts: readonly Toast[] = []
let last = 0
const listeners = new Set<() => void>()

function put(next: readonly Toast[]) {
  toasts = next
  for (const listener of listeners) listener()
}

/** Says in passing what was done. With `undo`, the act can be taken back for eight seconds. */
export function toast(text: string, undo?: () => unknown): void {
  put([...toasts.slice(-2), { id: ++last, text, undo }])
}

export const dismiss = (id: number) => put(toasts.filter((shown) => shown.id !== id))

export const useToasts = () =>
  useSyncExternalStore(
    (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    () => toasts,
  )
