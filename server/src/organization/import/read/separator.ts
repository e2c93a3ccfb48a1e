export const separators = [',', ';', '\t', '|'] as const
export type Separator = (typeof separators)[number]

/** What stands between the cells: the sign that cuts the first lines most evenly into the most cells. */
export function separatorOf(text: string): Separator {
  const told = /^sep=(.)\r?\n/i.exec(text)?.[1]
  if (separators.some((one) => one === told)) return told as Separator

  const lines = firstLines(text, 20)
  const scored = separators.map((separator) => ({ separator, score: score(lines, separator) }))
  return scored.reduce((best, one) => (one.score > best.score ? one : best)).separator
}

function score(lines: string[], separator: string): number {
  const counts = lines.map((line) => line.split(separator).length - 1)
  const head = counts[0] ?? 0
  const even = counts.filter((count) => count === head).length / Math.max(1, counts.length)
  return head * even
}

/** Lines with what stands in quotation marks left out, so that its signs do not count. */
function firstLines(text: string, most: number): string[] {
  return text
    .replaceAll(/"(?:[^"]|"")*"/g, '""')
    .split(/\r\n|\n|\r/)
    .filter((line) => line.trim() !== '')
    .slice(0, most)
}
