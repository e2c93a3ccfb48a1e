/** Who worked on what in which week, for traces of artefacts: far fewer than messages, so texts are good enough. */
export class Works {
  readonly #times = new Map<string, number>()

  add(person: number, artefact: string, week: number, times = 1) {
    const key = `${person}\t${week}\t${artefact}`
    this.#times.set(key, (this.#times.get(key) ?? 0) + times)
  }

  get size(): number {
    return this.#times.size
  }

  *[Symbol.iterator](): Generator<{ person: number; week: number; artefact: string; times: number }> {
    for (const [key, times] of this.#times) {
      const [person, week, ...artefact] = key.split('\t')
      yield { person: Number(person), week: Number(week), artefact: artefact.join('\t'), times }
    }
  }

  clear() {
    this.#times.clear()
  }
}
