/** A tidy block of labels and values for people; a value may have several lines. */
export function block(title: string, rows: readonly (readonly [label: string, value: string])[]): string {
  const width = Math.max(...rows.map(([label]) => label.length))
  const lines = rows.flatMap(([label, value]) =>
    value.split('\n').map((line, n) => `  ${(n === 0 ? label : '').padEnd(width)}  ${line}`),
  )
  return `\n  ${title}\n\n${lines.join('\n')}\n`
}
