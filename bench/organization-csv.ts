/** A whole organization as a CSV file, the same for the same seed: departments five deep, teams of about nine. */
export function* peopleRows(people: number, seed: number): Generator<string[]> {
  const random = randomFrom(seed)
  const pick = <T>(from: readonly T[]) => from[Math.floor(random() * from.length)]!
  const teams = Math.max(1, Math.round(people / 9))
  for (let n = 1; n <= people; n++) {
    const team = n <= teams ? n : 1 + Math.floor(random() * teams)
    const manager = n === 1 ? 1 : n <= teams ? Math.max(1, Math.floor((n - 2) / 6) + 1) : team
    const name = `${pick(first)} ${pick(last)}`
    const from = `${1 + Math.floor(random() * 28)}.${1 + Math.floor(random() * 12)}.${1985 + Math.floor(random() * 40)}`
    const title = n <= teams ? 'Team lead' : pick(titles)
    yield [
      String(n),
      `${plain(name)}.${n}@example.org`,
      name,
      title,
      pick(occupations),
      pathOf(team),
      String(manager),
      from,
    ]
  }
}

export function organizationCsv(people: number, seed: number): string {
  const lines = ['id;email;name;title;occupation;department;manager_id;from']
  for (const row of peopleRows(people, seed)) lines.push(row.join(';'))
  return `${lines.join('\n')}\n`
}

function pathOf(team: number): string {
  const path = [`Team ${team}`]
  for (let above = team; above > 1;) {
    above = Math.floor((above - 2) / 6) + 1
    path.unshift(`Team ${above}`)
  }
  return path.join(' > ')
}

const plain = (name: string) =>
  name
    .normalize('NFKD')
    .replaceAll(/[^A-Za-z ]/g, '')
    .toLowerCase()
    .replaceAll(' ', '.')

const first =
  'Aino Eero Helmi Onni Sofia Leo Eevi Väinö Olivia Elias Lilja Oliver Linnea Toivo Ella Åke Märta Nils Ingrid Jürgen Käthe Zoë José María Chloé'.split(
    ' ',
  )
const last =
  'Virtanen Korhonen Mäkinen Nieminen Mäkelä Hämäläinen Laine Heikkinen Koskinen Järvinen Lehtonen Lehtinen Saarinen Salminen Niemi Åström Öhman Müller Schäfer Nuñez Fernández'.split(
    ' ',
  )
const titles = ['Specialist', 'Engineer', 'Nurse', 'Technician', 'Analyst', 'Coordinator', 'Planner', 'Clerk']
const occupations = [
  'Physiotherapist',
  'Psychologist',
  'Social worker',
  'Tester',
  'Developer',
  'Welder',
  'Accountant',
  'Teacher',
]

/** Mulberry32. */
function randomFrom(seed: number): () => number {
  let state = seed | 0
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}
