/** What a column of a table of traces may be. */
export const traceColumns = ['time', 'from', 'to', 'cc', 'channel', 'weight', 'message'] as const
export type TraceColumn = (typeof traceColumns)[number]

/** What headers are known to mean, squeezed to letters and digits. */
const synonyms: Record<TraceColumn, string> = {
  time: `time date datetime timestamp eventdate eventtime sent senton senttime sentat datesent created createdat day when ts
    aika aikaleima paiva päivä paivamaara päivämäärä pvm ajankohta lahetetty lähetetty zeit datum zeitpunkt zeitstempel gesendet uhrzeit tid skickat`,
  from: `from sender senderaddress senderemail fromaddress fromemail source author actor user caller employee organizer ego i person1 a
    lahettaja lähettäjä keneltä kenelta tekija tekijä von absender verfasser fran från avsandare avsändare`,
  to: `to recipient recipients recipientaddress recipientaddresses recipientemail toaddress toemail target receiver receivers callee addressee alter j person2 b
    vastaanottaja vastaanottajat kenelle an empfanger empfänger till mottagare`,
  cc: `cc bcc copy copies kopio kopiot kopia kopie`,
  channel: `channel type medium kind system kanava kanal tyyppi`,
  weight: `weight count times number n messages frequency duration minutes hits lkm maara määrä paino kerrat anzahl gewicht antal vikt`,
  message: `message messageid msgid internetmessageid mailid networkmessageid messagenumber viesti viestitunnus nachrichtenid`,
}

const meaning = new Map(
  Object.entries(synonyms).flatMap(([column, words]) =>
    words.split(/\s+/).map((word) => [word, column as TraceColumn] as const),
  ),
)

const squeezed = (header: string) => header.toLowerCase().replaceAll(/[^\p{L}\p{N}]/gu, '')

/** What the columns seem to be; each meaning once, the first counts, save for copies. */
export function columnsOf(headers: readonly string[]): (TraceColumn | null)[] {
  const taken = new Set<TraceColumn>()
  return headers.map((header) => {
    const column = meaning.get(squeezed(header)) ?? null
    if (!column || (taken.has(column) && column !== 'cc')) return null
    taken.add(column)
    return column
  })
}

const isColumn = (word: string): word is TraceColumn => word in synonyms

/** Columns as an address tells them, with commas between; what is no column is left out. */
export const columnsIn = (text: string): (TraceColumn | null)[] =>
  text.split(',').map((word) => (isColumn(word) ? word : null))

/** Whether who, to whom and when are known. */
export const suffices = (columns: readonly (TraceColumn | null)[]) =>
  (['time', 'from', 'to'] as const).every((needed) => columns.includes(needed))
