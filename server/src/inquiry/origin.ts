import type { Origin } from '@mortar/contract/inquiry'

/** Where words that were brought in stood first: the site, the address of the original, and what one may do with them. */
export function originOf(origin: string | null, at: Date): Origin | null {
  if (origin === null) return null
  const address = /^https?:\/\//.test(origin) && URL.canParse(origin) ? origin : null
  const site = address ? new URL(address).host : (/^[a-z]+:([^/]+)/.exec(origin)?.[1] ?? origin)
  return { site, address, licence: isStackExchange(origin) ? licenceAt(at) : null }
}

/** The importer writes these three kinds of address. */
const isStackExchange = (origin: string) => /\/(questions|a|posts\/comments)\/\d+$/.test(origin)

const licence = (version: string): Origin['licence'] => ({
  name: `CC BY-SA ${version}`,
  address: `https://creativecommons.org/licenses/by-sa/${version}/`,
})

/** What is written on Stack Exchange is licensed by the day it was written on: https://stackoverflow.com/help/licensing */
export function licenceAt(at: Date): Origin['licence'] {
  if (at < new Date('2011-04-08')) return licence('2.5')
  return licence(at < new Date('2018-05-02') ? '3.0' : '4.0')
}
