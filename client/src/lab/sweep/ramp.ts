export interface Shade {
  readonly fill: string
  /** Black or white, whichever reads better on it. */
  readonly ink: '#000000' | '#ffffff'
}

type Rgb = readonly [number, number, number]

/** From `from` at 0 to `to` at 1, as hexadecimal colours. */
export function rampOf(from: string, to: string): (share: number) => Shade {
  const [low, high] = [rgbOf(from), rgbOf(to)]
  return (share) => {
    const at = Math.min(1, Math.max(0, share))
    const rgb = low.map((value, part) => Math.round(value + (high[part]! - value) * at)) as unknown as Rgb
    return { fill: `#${rgb.map((part) => part.toString(16).padStart(2, '0')).join('')}`, ink: inkOn(rgb) }
  }
}

const rgbOf = (hex: string): Rgb => {
  const [red, green, blue] = [1, 3, 5].map((at) => Number.parseInt(hex.trim().slice(at, at + 2), 16))
  return [red!, green!, blue!]
}

/** By the luminance of WCAG 2: at .179 black and white read equally well, 4.6 to 1. */
function inkOn(rgb: Rgb): Shade['ink'] {
  const [red, green, blue] = rgb.map((part) => {
    const share = part / 255
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * red! + 0.7152 * green! + 0.0722 * blue! > 0.179 ? '#000000' : '#ffffff'
}
