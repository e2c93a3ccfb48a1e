import { year } from '../../facts/facts.ts'
import { add, within } from '../../facts/scene.ts'
import { share } from '../../mathematics/share.ts'
import type { Indicator } from '../indicator.ts'

export const ideasAcrossUnits: Indicator = {
  id: 'ideasAcrossUnits',
  kind: 'share',
  about: 'things',
  window: 'year',
  source:
    'New ideas, the fourth outcome of Lesser & Storck (2001), IBM Systems Journal 40, 831-841; Burt (2004), AJS 110, 349-399.',
  words: {
    en: {
      name: 'Ideas from between units',
      meaning:
        'Of the practices distilled from an inquiry, how many come from one in which people of two units or more wrote.',
      formula:
        'Practices begun within a year from an inquiry with writers of at least two units ÷ practices begun within a year from an inquiry.',
      of: '{of, plural, one {# practice from an inquiry} other {# practices from inquiries}}',
      caution: 'New to us is not new to the world. Units are those of today.',
      sentence:
        '{value} of {of, plural, one {# practice from an inquiry} other {# practices from inquiries}} come from between units.',
    },
    fi: {
      name: 'Ideoita yksiköiden välistä',
      meaning:
        'Kuinka moni kysymyksestä tiivistetty käytäntö on peräisin kysymyksestä, johon on kirjoittanut vähintään kahden yksikön väkeä.',
      formula:
        'Vuoden aikana aloitetut käytännöt, joiden kysymykseen on kirjoitettu vähintään kahdesta yksiköstä ÷ vuoden aikana kysymyksestä aloitetut käytännöt.',
      of: '{of, plural, one {# käytäntö kysymyksestä} other {# käytäntöä kysymyksistä}}',
      caution: 'Meille uusi ei ole maailmalle uusi. Yksiköt ovat nykyiset.',
      sentence: '{value} kysymyksistä tiivistetyistä käytännöistä on peräisin yksiköiden välistä (käytäntöjä {of}).',
    },
  },
  of({ facts: { practices, inquiries, replies, unit }, window: { to } }) {
    const rows = within(practices.made, to - year, to).filter((row) => practices.inquiry[row]! >= 0)
    if (rows.length === 0) return undefined
    const units = new Map(rows.map((row) => [practices.inquiry[row]!, new Set<number>()]))
    const place = (inquiry: number, person: number) => {
      const found = units.get(inquiry)
      if (found && person >= 0) add(found, unit[person]!)
    }
    for (const inquiry of units.keys()) place(inquiry, inquiries.by[inquiry]!)
    replies.inquiry.forEach((inquiry, row) => place(inquiry, replies.by[row]!))
    const across = rows.filter((row) => units.get(practices.inquiry[row]!)!.size > 1).length
    return { ...share(across, rows.length), of: rows.length, behind: 0 }
  },
}
