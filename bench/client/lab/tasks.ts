import type { CDPSession, Page } from 'playwright-core'

/** A task of the main thread of over 50 ms, and what was at work in it. */
export interface Task {
  readonly ms: number
  readonly what: string
}

interface Script {
  readonly duration: number
  readonly invoker: string
  readonly sourceURL: string
  readonly sourceFunctionName: string
  readonly forcedStyleAndLayoutDuration: number
}

/** What Chromium tells of a frame that came late, beyond what the types of the DOM know. */
interface LateFrame extends PerformanceEntry {
  readonly scripts: readonly Script[]
  readonly styleAndLayoutStart: number
}

interface Watched {
  longTasks: { start: number; ms: number }[]
  lateFrames: { start: number; end: number; what: string }[]
}

/** Notes long tasks from the very beginning of a page. */
export const watchTasks = (page: Page): Promise<unknown> =>
  page.addInitScript(() => {
    const watched: Watched = { longTasks: [], lateFrames: [] }
    Object.assign(globalThis, { watched })
    new PerformanceObserver((list) => {
      for (const { startTime, duration } of list.getEntries())
        watched.longTasks.push({ start: startTime, ms: Math.round(duration) })
    }).observe({ type: 'longtask', buffered: true })
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) {
        const { startTime, duration, scripts, styleAndLayoutStart } = entry as LateFrame
        const end = startTime + duration
        const said = scripts.map(
          (each) =>
            `${each.invoker.split('/').at(-1)!} ${each.sourceURL.split('/').at(-1)!} ${each.sourceFunctionName} ` +
            `${Math.round(each.duration)} (layout ${Math.round(each.forcedStyleAndLayoutDuration)})`,
        )
        const layout = styleAndLayoutStart > 0 ? Math.round(end - styleAndLayoutStart) : 0
        watched.lateFrames.push({ start: startTime, end, what: [...said, `drawing ${layout}`].join('; ') })
      }
    }).observe({ type: 'long-animation-frame', buffered: true })
  })

/** The long tasks since it was asked last. */
export async function tasksOf(page: Page): Promise<Task[]> {
  // What is observed is told a moment later.
  await page.waitForTimeout(300)
  return page.evaluate(() => {
    const { watched } = globalThis as unknown as { watched: Watched }
    const { lateFrames } = watched
    return watched.longTasks.splice(0).map(({ start, ms }) => ({
      ms,
      what: lateFrames.find((frame) => start + ms >= frame.start && start <= frame.end)?.what ?? 'not told',
    }))
  })
}

interface Traced {
  readonly name: string
  readonly pid: number
  readonly tid: number
  readonly tdur?: number
  readonly args?: { readonly name?: string }
}

/** The longest task of the main thread in milliseconds of the processor, since it was begun: beside other work it says more than the clock. */
export async function processorTimes(protocol: CDPSession): Promise<() => Promise<number>> {
  const begin = () => protocol.send('Tracing.start', { traceConfig: { includedCategories: ['toplevel'] } })
  await begin()
  return async () => {
    const events: Traced[] = []
    const collect = ({ value }: { value: object[] }) => void events.push(...(value as Traced[]))
    protocol.on('Tracing.dataCollected', collect)
    const whole = new Promise((done) => protocol.once('Tracing.tracingComplete', done))
    await protocol.send('Tracing.end')
    await whole
    protocol.off('Tracing.dataCollected', collect)
    await begin()
    const placeOf = ({ pid, tid }: Traced) => `${pid} ${tid}`
    const main = new Set(
      events.filter(({ name, args }) => name === 'thread_name' && args?.name === 'CrRendererMain').map(placeOf),
    )
    const tasks = events.filter((event) => event.name.endsWith('RunTask') && main.has(placeOf(event)))
    return Math.max(0, ...tasks.map(({ tdur = 0 }) => tdur)) / 1000
  }
}
