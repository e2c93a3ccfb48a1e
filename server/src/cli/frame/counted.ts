/** Numbers with what they count, as English has it. */
const counted = (one: string, many: string) => (count: number) =>
  `${count.toLocaleString('en')} ${count === 1 ? one : many}`

export const people = counted('person', 'people')
export const units = counted('unit', 'units')
export const rows = counted('row', 'rows')
export const files = counted('file', 'files')
