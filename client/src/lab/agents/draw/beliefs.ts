import type { BeliefsScene } from '../scene.ts'
import { type Canvas, say } from './paint.ts'

const HEAD = 20
// Columns: reality, a gap, the code twice as wide, a gap, people.
const BESIDE = 6

/** Each row a dimension of reality, each column somebody: right is a whole square, wrong a small one, no belief a dot. */
export function drawBeliefs(canvas: Canvas, scene: BeliefsScene): void {
  const { on, width, height, colours, words } = canvas
  const { dimensions, people, reality, code, beliefs } = scene
  const cell = Math.min(width / (people + BESIDE), (height - HEAD) / dimensions, 16)
  const peopleAt = BESIDE * cell
  say(canvas, words('reality'), 0, 12)
  if (peopleAt > 70) say(canvas, words('code'), 2 * cell + 14, 12)
  say(canvas, words('people'), Math.max(peopleAt, 78), 12)
  for (let row = 0; row < dimensions; row++) {
    const y = HEAD + row * cell
    on.fillStyle = reality[row]! > 0 ? colours.ink : colours.edge
    on.fillRect(0, y, cell - 1, cell - 1)
    square(canvas, 2 * cell, y, cell, code[row]!, reality[row]!, 2.6)
    for (let person = 0; person < people; person++)
      square(canvas, peopleAt + person * cell, y, cell, beliefs[person * dimensions + row]!, reality[row]!, 1)
  }
}

function square(
  { on, colours }: Canvas,
  x: number,
  y: number,
  cell: number,
  belief: number,
  reality: number,
  wide: number,
): void {
  const share = belief === 0 ? 0.2 : belief === reality ? 1 : 0.55
  const gap = cell > 4 ? 1 : 0.25
  const [across, down] = [(cell * wide - gap) * share, (cell - gap) * share]
  on.fillStyle = belief === 0 ? colours.edge : belief === reality ? colours.worked : colours.brick
  on.fillRect(x + (cell * wide - gap - across) / 2, y + (cell - gap - down) / 2, across, down)
}

export const beliefsHeight = ({ dimensions, people }: BeliefsScene, width: number) =>
  HEAD + dimensions * Math.min(width / (people + BESIDE), 16)
