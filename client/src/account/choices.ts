/** Each language by its own name, as somebody looks for it who does not read this page's. */
export const languageChoices = [
  { value: 'en', label: 'English' },
  { value: 'fi', label: 'Suomi' },
]

/** Every time zone that the browser knows, and the one that is set. */
export function timeZones(set: string): string[] {
  const known = Intl.supportedValuesOf('timeZone')
  return ['UTC', set, ...known].filter((zone, n, all) => zone && all.indexOf(zone) === n)
}
