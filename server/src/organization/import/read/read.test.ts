import { describe, expect, test } from 'vitest'
import { columnsOf } from './columns.ts'
import { dateOrderOf, readDay } from './dates.ts'
import { encodingOf } from './encoding.ts'
import { linesOf, readingOf } from './table.ts'

const from =
  (...chunks: Buffer[]) =>
  () =>
    chunks
const text = 'id;nimi\n1;Åsa Öhman\n2;Väinö Mäki\n'
const swapped = (bytes: Buffer) => Buffer.from(bytes).swap16()

describe('how the letters are written is seen from the bytes', () => {
  test.each([
    ['utf-8', Buffer.from(text)],
    ['utf-8', Buffer.from(`\ufeff${text}`)],
    ['utf-16le', Buffer.from(`\ufeff${text}`, 'utf16le')],
    ['utf-16le', Buffer.from(text, 'utf16le')],
    ['utf-16be', swapped(Buffer.from(`\ufeff${text}`, 'utf16le'))],
    ['utf-16be', swapped(Buffer.from(text, 'utf16le'))],
    ['windows-1252', Buffer.from(text, 'latin1')],
  ] as const)('%s', async (encoding, bytes) => {
    const reading = await readingOf(from(bytes), 'people')

    expect(reading).toMatchObject({ encoding, separator: ';', headers: ['id', 'nimi'], columns: ['id', 'name'] })
    expect(reading.samples).toEqual([
      ['1', 'Åsa Öhman'],
      ['2', 'Väinö Mäki'],
    ])
  })

  test('a letter cut between two chunks stays whole', async () => {
    const bytes = Buffer.from(text)
    const cut = bytes.indexOf(0xc3) + 1

    expect(await encodingOf(from(bytes.subarray(0, cut), bytes.subarray(cut)))).toBe('utf-8')
    expect(await encodingOf(from(bytes.subarray(0, cut)))).toBe('windows-1252')
  })

  test('one letter of another encoding far into a file is noticed', async () => {
    const plain = Buffer.from('1;Ann\n'.repeat(50_000))

    expect(await encodingOf(from(plain, Buffer.from('2;Åsa\n', 'latin1')))).toBe('windows-1252')
  })
})

describe('what separates the cells is seen from the first lines', () => {
  test.each([
    [',', 'id,name\n1,"Mill, old; or new"\n'],
    [';', 'id;name;note\n1;Ann;a, b, c\n2;Bo;d, e, f\n'],
    ['\t', 'id\tname\n1\tAnn, Bo\n'],
    ['|', 'id|name\n1|Ann\n'],
    [';', 'sep=;\nid;name\n1;Ann\n'],
    [',', 'id\n1\n2\n'],
  ] as const)('%j in %j', async (separator, written) => {
    const reading = await readingOf(from(Buffer.from(written)), 'people')

    expect([reading.separator, reading.headers[0]]).toEqual([separator, 'id'])
  })
})

describe('headers are understood', () => {
  test.each([
    [
      'id',
      'ID|Employee ID|employee_number|Personnel No.|Henkilönumero|Tunniste|Personalnummer|Mitarbeiter-Nr.|userName|sAMAccountName',
    ],
    ['email', 'E-mail|mail|Email Address|work_email|userPrincipalName|Sähköposti|Sähköpostiosoite|E-Mail-Adresse'],
    ['name', 'Name|Full Name|displayName|Nimi|Koko nimi|Mitarbeiter'],
    ['firstName', 'First name|given_name|Etunimi|Kutsumanimi|Vorname'],
    ['lastName', 'Last name|Surname|Sukunimi|Nachname'],
    ['title', 'Title|Job Title|Position|Nimike|Tehtävänimike|Stellenbezeichnung'],
    ['occupation', 'Occupation|Job family|Ammatti|Ammattiryhmä|Beruf'],
    ['unit', 'Unit|department|org_unit|Organizational Unit|Team|Osasto|Yksikkö|Abteilung|Bereich'],
    ['unitId', 'unit_id|Department Code|Cost center|Kustannuspaikka|Osastokoodi|Kostenstelle'],
    ['manager', 'Manager|reports_to|Supervisor|Line Manager|Esimies|Esihenkilö|Lähiesihenkilö|Vorgesetzter'],
    ['managerId', 'manager_id|ReportsToID|Supervisor ID|Esihenkilön numero|Vorgesetzten-ID'],
    ['managerEmail', 'manager_email|Manager E-mail|Esihenkilön sähköposti|E-Mail Vorgesetzter'],
    ['managerName', 'Manager name|Esihenkilön nimi|Name des Vorgesetzten'],
    ['from', 'From|Start date|Hire Date|valid_from|Alkupvm|Alkaen|Eintrittsdatum|gültig ab'],
    ['to', 'To|End date|Termination date|Päättymispäivä|Loppupvm|Austrittsdatum|gültig bis'],
    [null, 'Shoe size|Kommentti|Bemerkung'],
  ] as const)('as %s: %s', (column, headers) => {
    const read = headers.split('|').map((header) => [header, columnsOf([header], 'people')[0]])

    expect(read).toEqual(headers.split('|').map((header) => [header, column]))
  })

  test('a column of units may stand in several levels, any other counts once', () => {
    expect(columnsOf(['Division', 'Department', 'mail', 'e-mail'], 'people')).toEqual(['unit', 'unit', 'email', null])
  })

  test('in a file of units the same words mean the unit', () => {
    expect(columnsOf(['id', 'name', 'parent', 'manager_email'], 'units')).toEqual([
      'unitId',
      'unit',
      'parent',
      'managerEmail',
    ])
    expect(columnsOf(['Tunnus', 'Nimi', 'Yläyksikkö', 'Esihenkilö'], 'units')).toEqual([
      'unitId',
      'unit',
      'parent',
      'manager',
    ])
    expect(columnsOf(['Kürzel', 'Bezeichnung', 'Übergeordnet', 'Leiter'], 'units')).toEqual([
      'unitId',
      'unit',
      'parent',
      'manager',
    ])
  })
})

describe('days are read in the forms people write them', () => {
  test.each([
    ['2024-04-03', '2024-04-03'],
    ['2024/4/3', '2024-04-03'],
    ['20240403', '2024-04-03'],
    ['3.4.2024', '2024-04-03'],
    ['03. 04. 2024', '2024-04-03'],
    ['3/4/2024', '2024-04-03'],
    ['3 Apr 2024', '2024-04-03'],
    ['03-Apr-24', '2024-04-03'],
    ['April 3, 2024', '2024-04-03'],
    ['3. huhtikuuta 2024', '2024-04-03'],
    ['3. Mai 2024', '2024-05-03'],
    ['2024-04-03T08:00:00Z', '2024-04-03'],
    ['3.4.2024 8:00', '2024-04-03'],
    ['45385', '2024-04-03'],
    ['29.2.2024', '2024-02-29'],
    ['9999-12-31', null],
    ['31.12.9999', null],
    ['30.2.2024', undefined],
    ['29.2.2023', undefined],
    ['2024-13-01', undefined],
    ['soon', undefined],
    ['12', undefined],
  ] as const)('%s', (written, day) => {
    expect(readDay(written, 'day first')).toBe(day)
  })

  test('which of two numbers is the month is seen from the whole column', () => {
    expect(dateOrderOf(['1/2/2024', '1/13/2024'])).toBe('month first')
    expect(dateOrderOf(['1/2/2024', '13/1/2024'])).toBe('day first')
    expect(dateOrderOf(['1/2/2024'])).toBe('day first')
    expect(readDay('1/13/2024', 'month first')).toBe('2024-01-13')
  })
})

test('rows are counted as a spreadsheet shows them, empty ones and lines within quotes included', async () => {
  const bytes = Buffer.from('id,name\r\n1,"Ann\r\nAnna"\r\n,\r\n\r\n3,Cid "the card" Carder\r\n')
  const rows = []
  for await (const line of linesOf(from(bytes), { encoding: 'utf-8', separator: ',' }))
    rows.push([line.row, ...line.cells])

  expect(rows).toEqual([
    [1, 'id', 'name'],
    [2, '1', 'Ann Anna'],
    [5, '3', 'Cid "the card" Carder'],
  ])
})
