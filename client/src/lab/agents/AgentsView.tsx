import { useComputedColorScheme } from '@mantine/core'
import { useEffect, useRef, useState } from 'react'
import { useWords } from '#app/words.ts'
import styles from './agents.module.css'
import { beliefsHeight, drawBeliefs } from './draw/beliefs.ts'
import { drawNetwork } from './draw/network.ts'
import { type Canvas, coloursOf } from './draw/paint.ts'
import { drawStructure, structureHeight } from './draw/structure.ts'
import type { Scene } from './scene.ts'

/** The agents of one run as they are now. What it shows is said in words beside it. */
export function AgentsView({ scene, label }: { scene: Scene; label: string }) {
  const t = useWords('lab')
  const canvas = useRef<HTMLCanvasElement>(null)
  const scheme = useComputedColorScheme()
  const [width, setWidth] = useState(0)
  useEffect(() => {
    const frame = canvas.current!.parentElement!
    const seen = new ResizeObserver(() => setWidth(Math.floor(frame.clientWidth)))
    seen.observe(frame)
    return () => seen.disconnect()
  }, [])
  const height = Math.ceil(heightOf(scene, width))
  useEffect(() => {
    if (width === 0) return
    const next = requestAnimationFrame(() =>
      paint(canvas.current!, { width, height }, scene, (key) => t(`watch.drawn.${key}`)),
    )
    return () => cancelAnimationFrame(next)
  }, [scene, width, height, scheme, t])
  return (
    <div className={styles.view}>
      <canvas ref={canvas} role="img" aria-label={label} style={{ width, height }} />
    </div>
  )
}

function heightOf(scene: Scene, width: number): number {
  if (scene.kind === 'beliefs') return beliefsHeight(scene, width)
  return scene.kind === 'structure' ? structureHeight : Math.min(width, 420)
}

function paint(
  canvas: HTMLCanvasElement,
  size: { width: number; height: number },
  scene: Scene,
  words: Canvas['words'],
) {
  const fine = window.devicePixelRatio || 1
  canvas.width = size.width * fine
  canvas.height = size.height * fine
  const on = canvas.getContext('2d')!
  on.scale(fine, fine)
  const room: Canvas = { on, ...size, colours: coloursOf(canvas), words }
  if (scene.kind === 'beliefs') drawBeliefs(room, scene)
  else if (scene.kind === 'network') drawNetwork(room, scene)
  else drawStructure(room, scene)
}
