/** What a column of a catalogue, or of an assessment made elsewhere, can mean. */
export type CatalogueColumn =
  | 'externalId'
  | 'title'
  | 'words'
  | 'kind'
  | 'minutes'
  | 'hours'
  | 'topics'
  | 'address'
  | 'expiresOn'
  | 'target'
export type AssessmentColumn = 'person' | 'topic' | 'level'

type Synonyms<Column extends string> = Record<Column, string>

/** What headers are known to mean, squeezed to letters and digits. */
const catalogue: Synonyms<CatalogueColumn> = {
  externalId: `id externalid itemid courseid code coursecode key number identifier sku contentid
    tunniste koodi kurssikoodi numero kurssitunnus`,
  title: `title name item itemname course coursename coursetitle heading subject nimi otsikko kurssi kurssinnimi nimike`,
  words: `words description summary text content abstract about details kuvaus teksti sisalto sisältö tiivistelma tiivistelmä`,
  kind: `kind type itemtype category format contenttype medium laji tyyppi muoto`,
  minutes: `minutes mins min duration durationminutes durationmin length effort time kesto kestomin minuutit minuuttia`,
  hours: `hours durationhours hrs kestotunteina tunnit tuntia`,
  topics: `topics topic subjects tags tag skills skill competences competencies keywords aiheet aihe asiasanat taidot osaamiset`,
  address: `address url link href web website location osoite linkki verkkoosoite`,
  expiresOn: `expires expireson expiry expirydate validuntil validto until enddate end voimassa voimassaasti paattyy päättyy viimeinenpaiva viimeinenpäivä`,
  target: `target reference practice person whom mentor kohde viite kaytanto käytäntö henkilo henkilö`,
}

const assessment: Synonyms<AssessmentColumn> = {
  person: `person email mail emailaddress id personid employeeid employee user username employeenumber staffid
    henkilo henkilö sahkoposti sähköposti henkilonumero henkilönumero tunniste kayttaja käyttäjä tyontekija työntekijä`,
  topic: `topic subject skill competence competency area capability aihe taito osaaminen osaamisalue`,
  level: `level gap score rating value answer need result taso puute arvio pisteet vastaus tarve`,
}

const squeezed = (header: string) =>
  header
    .normalize('NFC')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]/gu, '')

const reading =
  <Column extends string>(synonyms: Synonyms<Column>) =>
  (headers: readonly string[]): (Column | null)[] => {
    const meanings = new Map(
      Object.entries<string>(synonyms).flatMap(([column, words]) =>
        words.split(/\s+/).map((word) => [word, column as Column] as const),
      ),
    )
    const taken = new Set<Column>()
    return headers.map((header) => {
      const column = meanings.get(squeezed(header)) ?? null
      if (!column || taken.has(column)) return null
      taken.add(column)
      return column
    })
  }

export const catalogueColumns = reading(catalogue)
export const assessmentColumns = reading(assessment)
