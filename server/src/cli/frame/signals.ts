interface Ways {
  /** Ends what is under way; may take a while. */
  drain(): Promise<void>
  /** Ends at once, when told a second time. */
  force(): void
}

// npm passes Ctrl-C on to a process that the terminal told already: that is one wish, not two.
const sameWish = 1000
const longest = 15_000

/** Hears SIGTERM and SIGINT from now on: told early, Mortar stops as soon as it is whole. */
export function hearSignals() {
  const told = Promise.withResolvers<number>()
  const hear = () => told.resolve(Date.now())
  process.on('SIGTERM', hear).on('SIGINT', hear)

  /** Waits to be told, then drains for as long as is decent. A second signal forces the end. */
  return async ({ drain, force }: Ways): Promise<void> => {
    const first = await told.promise
    const again = () => {
      if (Date.now() - first < sameWish) return
      force()
      process.exit(130)
    }
    process.on('SIGTERM', again).on('SIGINT', again)
    await Promise.race([drain(), new Promise((resolve) => setTimeout(resolve, longest).unref())])
  }
}
