import type * as PlotModule from '@observablehq/plot'
import { useEffect, useRef, useState } from 'react'
import styles from './chart.module.css'

type Plot = typeof PlotModule

export interface Room {
  readonly width: number
  /** Too narrow for labels beside the lines. */
  readonly narrow: boolean
}

interface ChartProps {
  /** Makes the drawing; called anew whenever it changes, but not more often than the page bears. */
  draw: (plot: Plot, room: Room) => SVGSVGElement | HTMLElement
  /** What it shows, in a sentence, for those who hear the page. */
  label: string
  className?: string
}

const NARROW = 520
const EVERY = 100

/** A drawing by Observable Plot, fetched when the first one is looked at. Its numbers stand in a table of the page. */
export function Chart({ draw, label, className }: ChartProps) {
  const frame = useRef<HTMLDivElement>(null)
  const latest = useRef(draw)
  const [width, setWidth] = useState(0)
  const redraw = useRef<(() => void) | undefined>(undefined)
  latest.current = draw

  useEffect(() => {
    const box = frame.current!
    const seen = new ResizeObserver(() => setWidth(Math.floor(box.clientWidth)))
    seen.observe(box)
    return () => seen.disconnect()
  }, [])

  useEffect(() => {
    if (width === 0) return
    const soon = throttled((plot) => frame.current?.replaceChildren(plain(latest.current(plot, roomOf(width)))))
    redraw.current = soon.ask
    soon.ask()
    return soon.stop
  }, [width])

  useEffect(() => redraw.current?.(), [draw])

  return (
    <div ref={frame} role="img" aria-label={label} data-no-words className={`${styles.chart} ${className ?? ''}`} />
  )
}

const roomOf = (width: number): Room => ({ width, narrow: width < NARROW })

/** Draws at the next frame, and then leaves the page at least as long as three drawings take. */
function throttled(draw: (plot: Plot) => void) {
  let stopped = false
  let asked = false
  let resting = false
  const turn = async () => {
    const plot = await import('@observablehq/plot')
    await new Promise(requestAnimationFrame)
    if (stopped) return
    asked = false
    const began = performance.now()
    draw(plot)
    setTimeout(
      () => {
        resting = false
        if (asked && !stopped) ask()
      },
      Math.max(EVERY, 3 * (performance.now() - began)),
    )
  }
  function ask() {
    asked = true
    if (resting) return
    resting = true
    void turn()
  }
  return { ask, stop: () => void (stopped = true) }
}

/** Plot brings a style element, which the content security policy forbids; the same rules stand in our style sheet. */
function plain(drawing: SVGSVGElement | HTMLElement): Element {
  for (const style of drawing.querySelectorAll('style')) style.remove()
  drawing.setAttribute('class', styles.drawing!)
  drawing.setAttribute('aria-hidden', 'true')
  return drawing
}
