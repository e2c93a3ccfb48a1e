/**
 * What a guest is told, with the people in it by name alone: neither title nor unit nor photo. Everything that shows a
 * person shows the same fields, whichever room answers.
 */
export function namesOnly(told: unknown): unknown {
  if (Array.isArray(told)) return told.map(namesOnly)
  if (typeof told !== 'object' || told === null || told instanceof Date) return told
  const fields = Object.fromEntries(Object.entries(told).map(([name, value]) => [name, namesOnly(value)]))
  return isPerson(fields) ? { ...fields, title: null, unit: null, photo: null } : fields
}

const isPerson = (fields: object) => 'name' in fields && 'photo' in fields && 'unit' in fields && 'title' in fields
