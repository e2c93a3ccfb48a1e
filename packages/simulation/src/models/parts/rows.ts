const FIRST_ROOM = 4

/**
 * A matrix of which most is never touched: row r holds entries `start[r]` up to `start[r] + length[r]` of the columns
 * `who`, `value`, `weight` and `since`. The columns are replaced as they grow: read them anew after `put`.
 */
export class Rows {
  readonly start: Int32Array
  readonly length: Int32Array
  readonly #room: Int32Array
  /** Room that rows have outgrown, by the power of two of its size. */
  readonly #left: number[][] = Array.from({ length: 32 }, () => [])
  who: Int32Array
  value: Float64Array
  weight: Float64Array
  since: Int32Array
  #end = 0

  constructor(rows: number) {
    this.start = new Int32Array(rows)
    this.length = new Int32Array(rows)
    this.#room = new Int32Array(rows)
    this.who = new Int32Array(rows * FIRST_ROOM)
    this.value = new Float64Array(rows * FIRST_ROOM)
    this.weight = new Float64Array(rows * FIRST_ROOM)
    this.since = new Int32Array(rows * FIRST_ROOM)
  }

  /** Where the entry of this person stands; -1 if there is none. */
  find(row: number, person: number): number {
    const who = this.who
    const from = this.start[row]!
    for (let place = from + this.length[row]! - 1; place >= from; place--) if (who[place] === person) return place
    return -1
  }

  /** Adds an entry for a person who has none in this row, and returns its place. */
  put(row: number, person: number, value: number, weight: number, since: number): number {
    if (this.length[row] === this.#room[row]) this.#enlarge(row)
    const place = this.start[row]! + this.length[row]!++
    this.who[place] = person
    this.value[place] = value
    this.weight[place] = weight
    this.since[place] = since
    return place
  }

  /** Takes an entry out; the last of its row takes its place. */
  drop(row: number, place: number): void {
    const last = this.start[row]! + --this.length[row]!
    this.who[place] = this.who[last]!
    this.value[place] = this.value[last]!
    this.weight[place] = this.weight[last]!
    this.since[place] = this.since[last]!
  }

  clear(row: number): void {
    this.length[row] = 0
  }

  #enlarge(row: number): void {
    const before = this.#room[row]!
    const room = Math.max(FIRST_ROOM, before * 2)
    const from = this.start[row]!
    const to = this.#left[31 - Math.clz32(room)]!.pop() ?? this.#append(room)
    for (const column of [this.who, this.value, this.weight, this.since]) column.copyWithin(to, from, from + before)
    if (before > 0) this.#left[31 - Math.clz32(before)]!.push(from)
    this.start[row] = to
    this.#room[row] = room
  }

  #append(room: number): number {
    const at = this.#end
    this.#end += room
    if (this.#end > this.who.length) this.#grow(Math.max(this.#end, Math.ceil(this.who.length * 1.5)))
    return at
  }

  #grow(size: number): void {
    this.who = grown(this.who, new Int32Array(size))
    this.value = grown(this.value, new Float64Array(size))
    this.weight = grown(this.weight, new Float64Array(size))
    this.since = grown(this.since, new Int32Array(size))
  }
}

function grown<Column extends Int32Array | Float64Array>(column: Column, into: Column): Column {
  into.set(column)
  return into
}
