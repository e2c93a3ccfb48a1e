/** The colours of the page, as a canvas needs them. */
export interface Colours {
  readonly ink: string
  readonly soft: string
  readonly line: string
  readonly edge: string
  readonly stone: string
  readonly page: string
  readonly brick: string
  readonly worked: string
  readonly community: readonly string[]
}

export function coloursOf(element: Element): Colours {
  const style = getComputedStyle(element)
  const of = (name: string) => style.getPropertyValue(`--${name}`).trim()
  return {
    ink: of('ink'),
    soft: of('soft'),
    line: of('line'),
    edge: of('edge'),
    stone: of('stone'),
    page: of('page'),
    brick: of('brick'),
    worked: of('worked'),
    community: [of('edge'), ...[1, 2, 3, 4, 5, 6, 7, 8].map((place) => of(`community-${place}`))],
  }
}

/** Where to draw: a canvas in points of the page, and the words that stand in the drawing. */
export interface Canvas {
  readonly on: CanvasRenderingContext2D
  readonly width: number
  readonly height: number
  readonly colours: Colours
  readonly words: (key: 'reality' | 'code' | 'people' | 'top' | 'line' | 'communities') => string
}

export function say(
  { on, colours }: Canvas,
  text: string,
  x: number,
  y: number,
  align: CanvasTextAlign = 'left',
): void {
  on.fillStyle = colours.soft
  on.font = '12.5px "Source Sans 3 Variable", sans-serif'
  on.textAlign = align
  on.textBaseline = 'alphabetic'
  on.fillText(text, x, y)
}

export function disc({ on }: Canvas, x: number, y: number, radius: number, fill?: string, stroke?: string): void {
  on.beginPath()
  on.arc(x, y, radius, 0, 2 * Math.PI)
  if (fill) {
    on.fillStyle = fill
    on.fill()
  }
  if (stroke) {
    on.strokeStyle = stroke
    on.stroke()
  }
}
