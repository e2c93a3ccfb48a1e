import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { atHeading, press, write } from './support/acts.ts'
import { openBrowser } from './support/browser.ts'
import { openEmptyProduct } from './support/empty-product.ts'
import { picture, seriousFaults, settled } from './support/look.ts'
import { letIn, settle } from './support/settled.ts'

const product = await openEmptyProduct()
const [address] = product.addresses
const browser = await openBrowser()
const { hilla, oskari } = await settle(browser, product)

const table = `email,name,title,occupation,department,manager_email,from
hilla@weavers.example,Hilla Korpi,Head of the mill,,Mill,hilla@weavers.example,
oskari@weavers.example,Oskari Niemi,Carder,Carder,Mill > Carding,hilla@weavers.example,
pia@weavers.example,Pia Salo,Head dyer,Dyer,Mill > Dyeing,nobody@weavers.example,2024-02-30
ville@weavers.example,Ville Aho,Spinner,Spinner,Mill > Spinning,hilla@weavers.example,
,Nobody known,,,,,
`

test('an import shows each problem with its row, changes nothing before it is applied, and can be undone', async () => {
  const page = await hilla.window.newPage()
  await lookAt(page, table)
  await page.getByRole('link', { name: /^Problems/ }).click()
  await page.getByText('Row 6: neither an id nor an e-mail address. The row is left out.').waitFor()
  await page.getByText(/^Row 4: the manager "nobody@weavers.example" is neither in the file/).waitFor()
  await page.getByText('Row 4: there is no such day as "2024-02-30".').waitFor()
  await settled(page)
  await picture(page, 'import-problems')
  expect(await seriousFaults(page)).toEqual([])
  expect(await peopleCalled('Pia')).toEqual([])

  await press(page, 'Apply')
  await page.getByText(/^Applied on/).waitFor()
  expect(await peopleCalled('Pia')).toEqual(['Pia Salo'])

  await press(page, 'Undo this import')
  await page.getByText(/^Undone on/).waitFor()
  expect(await peopleCalled('Pia')).toEqual([])

  await lookAt(page, table)
  await press(page, 'Apply')
  await page.getByText(/^Applied on/).waitFor()
  expect(await peopleCalled('Pia')).toEqual(['Pia Salo'])
  await page.getByRole('link', { name: 'See the organization' }).click()
  await atHeading(page, 'Weavers of Kainuu')

  await lookAt(page, table)
  await page.getByText('there is nothing to apply').waitFor()
  expect(await page.getByRole('button', { name: 'Apply' }).count()).toBe(0)
})

test('who keeps the accounts marks others as gone, and not by mistake themselves', async () => {
  const page = await hilla.window.newPage()
  await page.goto(`${address}/office`)
  await page.getByRole('link', { name: /^Can sign in/ }).click()
  const line = (name: string) => page.getByRole('row').filter({ hasText: name })
  await line('Oskari Niemi').getByRole('button', { name: 'Has left' }).waitFor()
  await line('Hilla Korpi').getByRole('button', { name: 'Make a new way in' }).waitFor()
  expect(await line('Hilla Korpi').getByRole('button', { name: 'Has left' }).count()).toBe(0)
})

test('a person, a unit and an occupation are invited, and who is invited decides', async () => {
  const page = await hilla.window.newPage()
  await page.goto(`${address}/communities/carders/people`)
  await atHeading(page, 'Carders')
  await invite(page, { kind: 'People', text: 'Ville', choice: /^Ville Aho/ })
  await invite(page, { kind: 'A unit', text: 'Card', choice: /^Carding/, message: 'Your drum is the one that clogs.' })
  await invite(page, { kind: 'An occupation', text: 'Dy', choice: /^Dyer/ })
  const pia = await letIn(browser, product, hilla, 'Pia Salo', 'pia@weavers.example')
  const ville = await letIn(browser, product, hilla, 'Ville Aho', 'ville@weavers.example')
  expect(await invitedBy(pia)).toEqual(['occupation: Dyer'])
  expect(await invitedBy(ville)).toEqual(['name'])

  const theirs = await oskari.window.newPage()
  await theirs.goto(`${address}/communities`)
  await theirs.getByText('because you work in Carding').waitFor()
  await theirs.getByText('Your drum is the one that clogs.').waitFor()
  expect(await membersOf('carders')).toEqual(['Hilla Korpi'])
  await press(theirs, 'Join')
  await theirs.getByText('You joined Carders.').waitFor()

  const hers = await pia.window.newPage()
  await hers.goto(`${address}/communities`)
  await press(hers, 'Let it be')
  await hers.getByText('Let be. Nobody is told.').waitFor()
  expect(await membersOf('carders')).toEqual(['Hilla Korpi', 'Oskari Niemi'])
})

test('a role that is given opens what belongs to it', async () => {
  const theirs = await oskari.window.newPage()
  await theirs.goto(`${address}/communities/carders`)
  await settled(theirs)
  const pages = theirs.getByRole('navigation', { name: 'Pages of this community' })
  const more = () => pages.getByRole('button', { name: 'More' }).click()
  const settings = theirs.getByRole('menuitem', { name: 'Settings' })
  await more()
  await theirs.getByRole('menuitem', { name: 'Stage' }).waitFor()
  expect(await settings.count()).toBe(0)

  const page = await hilla.window.newPage()
  await page.goto(`${address}/communities/carders/people`)
  await press(page, 'Change the roles of Oskari Niemi')
  const dialog = page.getByRole('dialog', { name: 'Roles of Oskari Niemi' })
  await dialog.getByRole('checkbox', { name: 'Facilitator' }).check()
  await dialog.getByRole('button', { name: 'Save' }).click()
  await page.getByText('The roles of Oskari Niemi are saved.').waitFor()
  await page.getByRole('row', { name: /Oskari Niemi.*Facilitator/ }).waitFor()

  await theirs.reload()
  await settled(theirs)
  await more()
  await settings.waitFor()
})

async function lookAt(page: Page, people: string) {
  await page.goto(`${address}/organization/import`)
  await page
    .getByLabel('People', { exact: true })
    .setInputFiles({ name: 'people.csv', mimeType: 'text/csv', buffer: Buffer.from(people) })
  await press(page, 'Look at it')
  await atHeading(page, 'Import of people.csv')
}

interface Invited {
  kind: 'People' | 'A unit' | 'An occupation'
  text: string
  choice: RegExp
  message?: string
}

async function invite(page: Page, { kind, text, choice, message = '' }: Invited) {
  await press(page, 'Invite')
  const dialog = page.getByRole('dialog', { name: 'Invite to Carders' })
  await dialog.getByRole('radio', { name: kind }).check()
  await dialog.getByRole('textbox', { name: kind, exact: true }).fill(text)
  await dialog.getByRole('option', { name: choice }).click()
  await write(page, 'A word with it', message)
  await dialog.getByRole('button', { name: 'Invite', exact: true }).click()
  await dialog.waitFor({ state: 'detached' })
}

type Named = { items: { name: string }[] }
const namesIn = async (address: string) => (await hilla.send<Named>(address)).items.map(({ name }) => name)
const peopleCalled = (words: string) => namesIn(`GET /people?words=${words}`)

async function membersOf(slug: string) {
  const { id } = await hilla.send(`GET /communities/${slug}`)
  return namesIn(`GET /communities/${id}/members`)
}

async function invitedBy({ send }: typeof hilla) {
  const { items } = await send<{ items: { unit: object | null; occupation: string | null }[] }>('GET /invitations')
  return items.map(({ unit, occupation }) => (unit ? 'unit' : occupation ? `occupation: ${occupation}` : 'name'))
}
