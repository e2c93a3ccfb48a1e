export interface Piece {
  kind: 'same' | 'inserted' | 'deleted'
  text: string
}

/** Beyond this many edits two texts are first compared line by line, since the cost grows with the square. */
const mostEdits = 600

/** What became of a text, word by word (Myers, 1986: the fewest insertions and deletions). */
export function wordDiff(before: string, after: string): Piece[] {
  const old = wordsIn(before)
  const young = wordsIn(after)
  const head = commonStart(old, young)
  const tail = commonStart(old.slice(head).reverse(), young.slice(head).reverse())
  const middle = edits(old.slice(head, old.length - tail), young.slice(head, young.length - tail))

  return joined([
    { kind: 'same', text: old.slice(0, head).join('') },
    ...middle,
    { kind: 'same', text: old.slice(old.length - tail).join('') },
  ])
}

const wordsIn = (text: string) => text.match(/\s+|[\p{L}\p{N}_]+|[^\s\p{L}\p{N}_]/gu) ?? []

function commonStart(a: readonly string[], b: readonly string[]): number {
  let length = 0
  while (length < a.length && length < b.length && a[length] === b[length]) length++
  return length
}

function edits(old: readonly string[], young: readonly string[]): Piece[] {
  return shortest(old, young) ?? byLine(old.join(''), young.join(''))
}

const shortest = (old: readonly string[], young: readonly string[]): Piece[] | undefined => {
  const trace = frontiers(old, young)
  return trace && wayBack(old, young, trace)
}

/** Whole lines first, then words in the lines that changed; what still differs too much stands one after the other. */
function byLine(before: string, after: string): Piece[] {
  const lines = joined(shortest(linesIn(before), linesIn(after)) ?? replaced(before, after))
  return lines.flatMap((piece, place) => {
    const next = lines[place + 1]
    if (piece.kind === 'deleted' && next?.kind === 'inserted') {
      return lineByLine(piece.text, next.text)
    }
    return piece.kind === 'inserted' && lines[place - 1]?.kind === 'deleted' ? [] : [piece]
  })
}

function lineByLine(before: string, after: string): Piece[] {
  const old = linesIn(before)
  const young = linesIn(after)
  const words = shortest(wordsIn(before), wordsIn(after))
  if (words || old.length !== young.length || old.length === 1) return words ?? replaced(before, after)
  return old.flatMap((line, place) => lineByLine(line, young[place]!))
}

const linesIn = (text: string) => text.match(/[^\n]*\n|[^\n]+$/g) ?? []

const replaced = (before: string, after: string): Piece[] => [
  { kind: 'deleted', text: before },
  { kind: 'inserted', text: after },
]

/** For each number of edits, how far along `old` every diagonal can be followed. */
function frontiers(old: readonly string[], young: readonly string[]): Map<number, number>[] | undefined {
  const reach = new Map([[1, 0]])
  const trace: Map<number, number>[] = []
  for (let count = 0; count <= Math.min(old.length + young.length, mostEdits); count++) {
    trace.push(new Map(reach))
    for (let diagonal = -count; diagonal <= count; diagonal += 2) {
      let x = comesFromAbove(reach, diagonal, count) ? reach.get(diagonal + 1)! : reach.get(diagonal - 1)! + 1
      while (x < old.length && x - diagonal < young.length && old[x] === young[x - diagonal]) x++
      reach.set(diagonal, x)
      if (x >= old.length && x - diagonal >= young.length) return trace
    }
  }
  return undefined
}

const comesFromAbove = (reach: Map<number, number>, diagonal: number, count: number) =>
  diagonal === -count || (diagonal !== count && (reach.get(diagonal - 1) ?? -1) < (reach.get(diagonal + 1) ?? -1))

function wayBack(old: readonly string[], young: readonly string[], trace: Map<number, number>[]): Piece[] {
  const pieces: Piece[] = []
  let x = old.length
  let y = young.length
  for (let count = trace.length - 1; count >= 0; count--) {
    const reach = trace[count]!
    const diagonal = x - y
    const above = comesFromAbove(reach, diagonal, count)
    const from = reach.get(above ? diagonal + 1 : diagonal - 1) ?? 0
    const fromY = from - (above ? diagonal + 1 : diagonal - 1)
    while (x > from && y > fromY && x > 0 && y > 0 && old[x - 1] === young[y - 1]) {
      pieces.push({ kind: 'same', text: old[--x]! })
      y--
    }
    if (count === 0) break
    pieces.push(above ? { kind: 'inserted', text: young[--y]! } : { kind: 'deleted', text: old[--x]! })
  }
  return pieces.reverse()
}

/** One removal and one addition per place: words that changed side by side are read as one change. */
function joined(pieces: readonly Piece[]): Piece[] {
  const out: Piece[] = []
  let change = { deleted: '', inserted: '' }
  const flush = () => {
    for (const kind of ['deleted', 'inserted'] as const) if (change[kind]) out.push({ kind, text: change[kind] })
    change = { deleted: '', inserted: '' }
  }
  pieces.forEach((piece, place) => {
    const changing = change.deleted !== '' || change.inserted !== ''
    if (piece.kind !== 'same') change[piece.kind] += piece.text
    else if (changing && piece.text.trim() === '' && isChange(pieces[place + 1])) {
      change.deleted += piece.text
      change.inserted += piece.text
    } else {
      flush()
      const last = out.at(-1)
      if (last?.kind === 'same') last.text += piece.text
      else if (piece.text) out.push({ ...piece })
    }
  })
  flush()
  return out
}

const isChange = (piece: Piece | undefined) => piece !== undefined && piece.kind !== 'same'
