/** A text with the place of the cursor or the selection in it. */
export interface Marked {
  text: string
  start: number
  end: number
}

/** Puts marks around the selection, or takes them away; without one, puts `words` there and selects them. */
export function wrap({ text, start, end }: Marked, mark: string, words: string): Marked {
  const chosen = text.slice(start, end)
  const inside = text.slice(start - mark.length, start) === mark && text.slice(end, end + mark.length) === mark
  if (inside && mark.length > 0) {
    return {
      text: text.slice(0, start - mark.length) + chosen + text.slice(end + mark.length),
      start: start - mark.length,
      end: end - mark.length,
    }
  }
  const put = chosen || words
  return {
    text: text.slice(0, start) + mark + put + mark + text.slice(end),
    start: start + mark.length,
    end: start + mark.length + put.length,
  }
}

/** Begins each line of the selection with a sign, or takes it away where all have it. */
export function prefix({ text, start, end }: Marked, sign: string | ((line: number) => string)): Marked {
  const from = text.lastIndexOf('\n', start - 1) + 1
  const after = text.indexOf('\n', end)
  const to = after === -1 ? text.length : after
  const lines = text.slice(from, to).split('\n')
  const signs = lines.map((_, line) => (typeof sign === 'string' ? sign : sign(line)))
  const all = lines.every((line, place) => line.startsWith(signs[place]!))
  const changed = lines.map((line, place) => (all ? line.slice(signs[place]!.length) : signs[place]! + line)).join('\n')
  return { text: text.slice(0, from) + changed + text.slice(to), start: from, end: from + changed.length }
}

export function link({ text, start, end }: Marked, words: string): Marked {
  const chosen = text.slice(start, end) || words
  const address = start + chosen.length + 3
  return {
    text: `${text.slice(0, start)}[${chosen}](https://)${text.slice(end)}`,
    start: address,
    end: address + 'https://'.length,
  }
}

export function insert({ text, start, end }: Marked, put: string): Marked {
  return { text: text.slice(0, start) + put + text.slice(end), start: start + put.length, end: start + put.length }
}

/** The name being typed after an @ just before the cursor. */
export function mentionAt({ text, start, end }: Marked): { name: string; from: number } | undefined {
  if (start !== end) return undefined
  const found = /(?:^|[\s(])@([\p{L}\p{N}][\p{L}\p{N}' .-]{0,40})$/u.exec(text.slice(0, start))
  return found ? { name: found[1]!, from: start - found[1]!.length - 1 } : undefined
}
