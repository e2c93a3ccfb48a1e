import type { Call } from './document.ts'
import type { Ids } from './ids.ts'

/** Every address of these calls, with everything that has an id, in its path and in its query. */
export function* everyAddress(calls: Call[], ids: Ids): Generator<string> {
  for (const { path, operation } of calls) {
    const names = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name!)
    for (const values of combinations(names.map((name) => ids[name] ?? ['1', '2', '3']))) {
      const at = names.reduce((text, name, n) => text.replace(`{${name}}`, values[n]!), path)
      yield at
      for (const { name, in: place } of operation.parameters) {
        if (place !== 'query') continue
        for (const value of ids[name] ?? (name === 'tab' ? ['added', 'problems'] : [])) yield `${at}?${name}=${value}`
      }
    }
  }
}

const combinations = (lists: string[][]): string[][] =>
  lists.reduce<string[][]>((made, list) => made.flatMap((row) => list.map((value) => [...row, value])), [[]])
