import type { Constellation } from '@mortar/contract/network-constellation'
import type { Way } from './drawing.ts'

/** Where the parts of the picture lie, in points. */
export interface Frame {
  width: number
  height: number
  /** Narrower than this it scrolls instead of shrinking. */
  least: number
  /** The brick of the unit around, above all others. */
  head: { x: number; y: number; width: number; height: number } | undefined
  bricks: { x: number; y: number; width: number; height: number }[]
  bandsX: number
  bandsY: number
  /** Lines that the name of a unit may take. */
  nameLines: number
}

/** Room for the names of bands, where there are any. */
const namesBeside = 176
const headHeight = 48
const gap = 14
/** Room for the name and the people of a unit: for two lines of its name, or three where one needs them. */
const unitHead = (lines: number) => 32 + 16 * lines
/** How many letters of a unit's name a line holds. */
export const lettersIn = (width: number) => Math.floor((width - 16) / 7.4)
const unitSide = 104
const leastStanding = 340
const namesAbove = 26

export function frameOf({ size, units, bands, within }: Constellation, way: Way): Frame {
  const top = within ? headHeight + gap : 0
  if (way === 'lying') {
    const gutter = bands.length > 0 ? namesBeside : 0
    const nameLines = Math.max(
      2,
      ...units.map((unit) => wrapped(longName(unit), lettersIn(unit.to - unit.from), 3).length),
    )
    const above = unitHead(nameLines)
    return {
      width: gutter + size.along + 2,
      height: top + above + size.across + 2,
      least: 760,
      head: within ? { x: gutter, y: 1, width: size.along, height: headHeight } : undefined,
      bricks: units.map(({ from, to }) => ({
        x: gutter + from,
        y: top,
        width: to - from,
        height: above + size.across,
      })),
      bandsX: gutter,
      bandsY: top + above,
      nameLines,
    }
  }
  const width = Math.max(leastStanding, unitSide + size.across)
  return {
    width: width + 2,
    height: top + namesAbove + size.along + 2,
    least: Math.min(width, Math.max(330, width * 0.72)),
    head: within ? { x: 1, y: 1, width, height: headHeight } : undefined,
    bricks: units.map(({ from, to }) => ({ x: 1, y: top + namesAbove + from, width, height: to - from })),
    bandsX: unitSide,
    bandsY: top + namesAbove,
    nameLines: 4,
  }
}

const longName = ({ name, last }: Constellation['units'][number]) => (last === null ? name : `${name} – ${last}`)

/** Words in lines of at most so many letters; what does not fit ends in dots. */
export function wrapped(words: string, letters: number, lines: number): string[] {
  const made: string[] = ['']
  for (const word of words.split(/\s+/)) {
    const now = made.at(-1)!
    if (now === '' || `${now} ${word}`.length <= letters) made[made.length - 1] = now ? `${now} ${word}` : word
    else made.push(word)
  }
  const cut = (text: string) => (text.length > letters ? `${text.slice(0, Math.max(1, letters - 1))}…` : text)
  if (made.length <= lines) return made.map(cut)
  return [...made.slice(0, lines - 1).map(cut), cut(`${made.slice(lines - 1).join(' ')}`.padEnd(letters + 1))]
}
