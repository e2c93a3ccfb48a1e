import { Failure } from '#platform/failure.ts'

/** Reads an option that takes a whole number from `least` on. */
export const wholeFrom =
  (least: number, name: string) =>
  (text: string): number => {
    const value = Number(text)
    if (text.trim() === '' || !Number.isInteger(value) || value < least)
      throw new Failure(`${name} takes a whole number from ${least} on, not "${text}".`, 'usage')
    return value
  }

/** A number with as many digits as tell something, or a dash for none. */
export const short = (value: number, digits = 4) => (Number.isFinite(value) ? value.toFixed(digits) : '-')

/** Rows in columns as wide as they must be; numbers to the right. */
export function inColumns(rows: readonly (readonly string[])[]): string {
  const widths = rows[0]!.map((_, at) => Math.max(...rows.map((row) => row[at]!.length)))
  return rows
    .map((row) =>
      `  ${row.map((text, at) => (/^[-\d.<>= ]+$/.test(text) ? text.padStart(widths[at]!) : text.padEnd(widths[at]!))).join('  ')}`.trimEnd(),
    )
    .join('\n')
}
