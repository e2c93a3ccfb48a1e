import type { NetworkScene } from '../scene.ts'
import { type Canvas, disc } from './paint.ts'

const MOST_TIES = 6000

/** People on a ring; ties inside, and outside how good what they have is. The same colour means the same solution. */
export function drawNetwork(canvas: Canvas, scene: NetworkScene): void {
  const { width, height } = canvas
  const tall = scene.height.length > 0
  const half = Math.min(width, height) / 2
  const ring = { x: width / 2, y: height / 2, radius: tall ? half * 0.68 : half - 10, reach: half * 0.3 }
  drawTies(canvas, scene, ring)
  for (let person = 0; person < scene.people; person++) drawPerson(canvas, scene, ring, person, tall)
}

interface Ring {
  readonly x: number
  readonly y: number
  readonly radius: number
  readonly reach: number
}

function placeOf({ x, y, radius }: Ring, people: number, person: number, more = 0) {
  const angle = (2 * Math.PI * person) / people - Math.PI / 2
  return [x + (radius + more) * Math.cos(angle), y + (radius + more) * Math.sin(angle)] as const
}

/** Ties bend towards the middle, the more the farther they lead. */
function drawTies({ on, colours }: Canvas, { from, to, people }: NetworkScene, ring: Ring): void {
  const ties = Math.min(from.length, MOST_TIES)
  on.strokeStyle = colours.edge
  on.lineWidth = 0.8
  on.globalAlpha = Math.max(0.08, Math.min(0.6, 180 / ties))
  on.beginPath()
  for (let tie = 0; tie < ties; tie++) {
    const [x1, y1] = placeOf(ring, people, from[tie]!)
    const [x2, y2] = placeOf(ring, people, to[tie]!)
    on.moveTo(x1, y1)
    on.quadraticCurveTo((x1 + x2) / 4 + ring.x / 2, (y1 + y2) / 4 + ring.y / 2, x2, y2)
  }
  on.stroke()
  on.globalAlpha = 1
}

function drawPerson(canvas: Canvas, scene: NetworkScene, ring: Ring, person: number, tall: boolean): void {
  const { on, colours } = canvas
  const [x, y] = placeOf(ring, scene.people, person)
  const size = Math.max(1.6, Math.min(5, (2.2 * ring.radius) / scene.people))
  if (tall) {
    const [endX, endY] = placeOf(ring, scene.people, person, 4 + ring.reach * scene.height[person]!)
    on.strokeStyle = colours.community[scene.same[person]!]!
    on.lineWidth = size * 1.5
    on.beginPath()
    on.moveTo(x, y)
    on.lineTo(endX, endY)
    on.stroke()
    return disc(canvas, x, y, size, colours.community[scene.same[person]!]!)
  }
  on.lineWidth = 1.4
  const now = scene.practises[person]
  if (now === 2) disc(canvas, x, y, size + 1.4, colours.brick)
  else disc(canvas, x, y, size, colours.page, now === 1 ? colours.brick : colours.edge)
}
