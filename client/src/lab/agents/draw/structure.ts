import { outcome, type StructureScene } from '../scene.ts'
import { type Canvas, disc, say } from './paint.ts'

const TOP = 26
const MANAGERS = 84
const PEOPLE = 168
const DEEPEST = 150

/** Above, the line: who was handed a problem. Below, the communities: strong ties, and who asked whom just now. */
export function drawStructure(canvas: Canvas, scene: StructureScene): void {
  const { width, words } = canvas
  const units = Math.ceil(scene.people / scene.span)
  const step = (width - 12) / (scene.people + (units - 1) * 1.6)
  const xOf = (person: number) => 6 + step * (person + 0.5 + Math.floor(person / scene.span) * 1.6)
  const managerX = (unit: number) =>
    (xOf(unit * scene.span) + xOf(Math.min(scene.people, (unit + 1) * scene.span) - 1)) / 2
  const line = scene.structure === 'hierarchy' || scene.structure === 'mixed'
  say(canvas, words('line'), 0, 12)
  say(canvas, words('communities'), 0, PEOPLE + DEEPEST - 4)
  drawLine(canvas, scene, { xOf, managerX, units, line })
  drawArcs(canvas, scene, xOf)
  for (let person = 0; person < scene.people; person++) drawPerson(canvas, scene, xOf(person), person, step)
}

interface Places {
  readonly xOf: (person: number) => number
  readonly managerX: (unit: number) => number
  readonly units: number
  readonly line: boolean
}

function drawLine(canvas: Canvas, scene: StructureScene, { xOf, managerX, units, line }: Places): void {
  const { on, width, colours } = canvas
  const delegates = new Set(scene.delegates)
  const stroke = (x1: number, y1: number, x2: number, y2: number, lit: boolean) => {
    on.strokeStyle = lit ? colours.brick : colours.line
    on.lineWidth = lit ? 1.8 : 1
    on.setLineDash(line ? [] : [2, 4])
    on.beginPath()
    on.moveTo(x1, y1)
    on.bezierCurveTo(x1, (y1 + y2) / 2, x2, (y1 + y2) / 2, x2, y2)
    on.stroke()
  }
  for (const lit of [false, true])
    for (let unit = 0; unit < units; unit++) {
      const end = Math.min(scene.people, (unit + 1) * scene.span)
      if ((scene.top > 0 && scene.managers[unit]! > 0) === lit) stroke(width / 2, TOP, managerX(unit), MANAGERS, lit)
      for (let person = unit * scene.span; person < end; person++)
        if (delegates.has(person) === lit) stroke(managerX(unit), MANAGERS, xOf(person), PEOPLE, lit)
    }
  on.setLineDash([])
  brick(canvas, width / 2, TOP, 30, scene.top > 0, line)
  for (let unit = 0; unit < units; unit++) brick(canvas, managerX(unit), MANAGERS, 20, scene.managers[unit]! > 0, line)
}

function brick({ on, colours }: Canvas, x: number, y: number, wide: number, lit: boolean, line: boolean): void {
  on.fillStyle = lit ? colours.brick : colours.stone
  on.strokeStyle = lit ? colours.brick : colours.edge
  on.lineWidth = 1
  on.setLineDash(line ? [] : [2, 3])
  on.beginPath()
  on.roundRect(x - wide / 2, y - wide / 4, wide, wide / 2, 2)
  on.fill()
  on.stroke()
  on.setLineDash([])
}

function drawArcs({ on, colours, width }: Canvas, scene: StructureScene, xOf: (person: number) => number): void {
  const arc = (one: number, other: number) => {
    const [x1, x2] = [xOf(one), xOf(other)]
    const depth = PEOPLE + Math.min(DEEPEST, 14 + (Math.abs(x2 - x1) / width) * DEEPEST * 1.15)
    on.moveTo(x1, PEOPLE)
    on.bezierCurveTo(x1, depth, x2, depth, x2, PEOPLE)
  }
  const strokes = (colour: string, wide: number, alpha: number, dash: number[], draw: () => void) => {
    on.strokeStyle = colour
    on.lineWidth = wide
    on.globalAlpha = alpha
    on.setLineDash(dash)
    on.beginPath()
    draw()
    on.stroke()
    on.globalAlpha = 1
    on.setLineDash([])
  }
  const dense = Math.max(0.12, Math.min(0.5, 60 / Math.max(1, scene.from.length)))
  strokes(colours.community[1]!, 1, dense, [], () => scene.from.forEach((one, tie) => arc(one, scene.to[tie]!)))
  const requests = (helped: number) => () =>
    scene.askers.forEach((asker, at) => scene.helped[at] === helped && arc(asker, scene.asked[at]!))
  strokes(colours.edge, 1, 0.7, [2, 3], requests(0))
  strokes(colours.community[1]!, 2, 0.95, [], requests(1))
}

/** The larger, the more competent. Filled: solved alone, or with a colleague's help; hollow: not by these two. */
function drawPerson(canvas: Canvas, scene: StructureScene, x: number, person: number, step: number): void {
  const { on, colours } = canvas
  const radius = Math.min(step * 0.62, 2 + 5.5 * scene.competence[person]!) + 0.6
  const fill = { [outcome.alone]: colours.worked, [outcome.helped]: colours.community[1]! }[scene.outcome[person]!]
  on.lineWidth = 1.4
  disc(canvas, x, PEOPLE, radius, fill ?? colours.page, fill ?? (scene.outcome[person] ? colours.brick : colours.edge))
}

export const structureHeight = PEOPLE + DEEPEST + 6
