import type { PeoplePicture } from '@mortar/contract/network-constellation'
import Graph from 'graphology'
import type { Settings } from 'sigma/settings'
import { initialsOf } from '#ui/index.ts'
import { leastForInitials, ownLines } from './marks.ts'

export interface Ink {
  ink: string
  page: string
  own: string
  brick: string
  face: string
}

/** The colours of the page, as the style sheets have them now. */
export function inkOf(element: HTMLElement): Ink {
  const style = getComputedStyle(element)
  const of = (name: string) => style.getPropertyValue(name).trim()
  return {
    ink: of('--ink'),
    page: of('--page'),
    own: of('--community'),
    brick: of('--brick'),
    face: of('--face') || style.fontFamily,
  }
}

/** What moves from the SVG to the card: people, and the reader's own ties; the ground stays. */
export function graphOf(picture: PeoplePicture, ink: Ink, withTies: boolean): Graph {
  const graph = new Graph()
  const { size, people } = picture
  const tied = new Set(withTies ? picture.ownTies.map(({ person }) => person) : [])
  for (const [n, one] of people.entries())
    graph.addNode(one.person.id, {
      x: one.x,
      // Sigma counts upwards.
      y: size.height - one.y,
      size: size.mark - 1,
      color: one.self || tied.has(n) ? ink.brick : ink.own,
      label: one.person.name,
      initials: size.mark >= leastForInitials ? initialsOf(one.person.name) : '',
      forceLabel: true,
    })
  const own = people.find(({ self }) => self)
  if (withTies && own)
    for (const { person, width } of ownLines(picture))
      graph.addEdge(own.person.id, people[person]!.person.id, { size: width, color: ink.brick })
  return graph
}

type Draw = Settings['defaultDrawNodeLabel']

/** Initials within people. */
export const labelsWith = (ink: Ink): Draw =>
  function label(context, data) {
    const { initials } = data as unknown as { initials: string }
    if (!initials) return
    context.fillStyle = ink.page
    context.font = `600 ${data.size * 0.76}px ${ink.face}`
    context.textAlign = 'center'
    context.textBaseline = 'middle'
    context.fillText(initials, data.x, data.y + 1)
  }

/** The name of whom the pointer is on. */
export const hoverWith = (ink: Ink): Draw =>
  function hover(context, data) {
    context.font = `600 14px ${ink.face}`
    const width = context.measureText(data.label ?? '').width
    context.fillStyle = ink.ink
    context.beginPath()
    context.roundRect(data.x - width / 2 - 8, data.y - data.size - 34, width + 16, 26, 4)
    context.fill()
    context.fillStyle = ink.page
    context.textAlign = 'center'
    context.textBaseline = 'middle'
    context.fillText(data.label ?? '', data.x, data.y - data.size - 21)
  }
