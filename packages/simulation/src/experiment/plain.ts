/** The same value with plain lists for typed arrays, which JSON would write as objects with numbered keys. */
export function inPlainLists(value: unknown): unknown {
  if (ArrayBuffer.isView(value)) return [...(value as unknown as Iterable<number>)]
  if (Array.isArray(value)) return value.map(inPlainLists)
  if (value === null || typeof value !== 'object') return value
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, inPlainLists(each)]))
}
