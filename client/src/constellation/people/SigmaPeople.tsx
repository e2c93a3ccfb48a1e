import { useEffect, useRef } from 'react'
import Sigma from 'sigma'
import { Ground } from './Ground.tsx'
import styles from './people.module.css'
import { graphOf, hoverWith, inkOf, labelsWith } from './sigma-graph.ts'
import type { DrawingProps } from './SvgPeople.tsx'

/** The same picture on a graphics card, for communities of hundreds; drawn anew when it, the theme or the choice changes. */
export function SigmaPeople({ picture, withTies, chosen, onChoose }: DrawingProps) {
  const place = useRef<HTMLDivElement>(null)
  const choose = useRef(onChoose)
  useEffect(() => {
    choose.current = onChoose
  })
  const held = useRef<{ sigma: Sigma; chosen: string | undefined }>(undefined)
  useEffect(() => {
    const container = place.current!
    const ink = inkOf(container)
    const graph = graphOf(picture, ink, withTies)
    const drawn = { sigma: undefined as unknown as Sigma, chosen: undefined as string | undefined }
    drawn.sigma = new Sigma(graph, container, {
      itemSizesReference: 'positions',
      zoomToSizeRatioFunction: (ratio) => ratio,
      stagePadding: 0,
      // A window that is hidden or being laid out has no width for a moment.
      allowInvalidContainer: true,
      minEdgeThickness: 0.5,
      labelRenderedSizeThreshold: 0,
      defaultDrawNodeLabel: labelsWith(ink),
      defaultDrawNodeHover: hoverWith(ink),
      // The wheel scrolls the page.
      enableCameraZooming: false,
      enableCameraPanning: false,
      nodeReducer: (node, data) => (node === drawn.chosen ? { ...data, color: ink.ink } : data),
    })
    drawn.sigma.setCustomBBox({ x: [0, picture.size.width], y: [0, picture.size.height] })
    drawn.sigma.on('clickNode', ({ node }) => {
      choose.current(node === drawn.chosen ? undefined : node)
    })
    drawn.sigma.on('clickStage', () => choose.current(undefined))
    held.current = drawn
    const watched = new ResizeObserver(() => drawn.sigma.resize().refresh())
    watched.observe(container)
    return () => {
      watched.disconnect()
      drawn.sigma.kill()
    }
  }, [picture, withTies])
  useEffect(() => {
    if (!held.current) return
    held.current.chosen = chosen
    held.current.sigma.refresh({ skipIndexation: true })
  }, [chosen])
  const { width, height } = picture.size
  return (
    <div className={styles.layers} data-drawn="card" data-colour={picture.community.colour} aria-hidden="true">
      <svg viewBox={`0 0 ${width} ${height}`} className={styles.drawing}>
        <Ground picture={picture} />
      </svg>
      <div ref={place} className={styles.canvas} />
    </div>
  )
}
