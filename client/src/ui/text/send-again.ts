const patience = 15_000

export interface SendingAgain {
  /** Tells why the last try failed: what may pass by itself is tried again in a while. */
  failed(error: unknown): void
  stop(): void
}

/**
 * Tries again what did not go through: when the line is back, when the person comes back from signing in elsewhere, and
 * in a while, since a server that answers again says so to nobody.
 */
export function sendAgain(act: () => void): SendingAgain {
  let timer: ReturnType<typeof setTimeout> | undefined
  let stopped = false
  addEventListener('online', act)
  addEventListener('focus', act)
  return {
    failed(error) {
      clearTimeout(timer)
      if (!stopped && mayPass(error)) timer = setTimeout(act, patience)
    },
    stop() {
      stopped = true
      clearTimeout(timer)
      removeEventListener('online', act)
      removeEventListener('focus', act)
    },
  }
}

/** No answer, or one of a server in trouble; a refusal stays one until somebody does something. */
function mayPass(error: unknown): boolean {
  const { status = 0, code } = error as { status?: number; code?: string }
  return status === 0 || status === 429 || status >= 500 || code === 'platform.stillRunning'
}
