import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { atHeading, begin, comeIn, goTo, inviteFrom, press, write } from './support/acts.ts'
import { openBrowser } from './support/browser.ts'
import { openEmptyProduct } from './support/empty-product.ts'
import { picture } from './support/look.ts'

const product = await openEmptyProduct()
const [address] = product.addresses
const browser = await openBrowser()

const people = `id,email,name,title,department,manager_email
1,hilla@weavers.example,Hilla Korpi,Head of the mill,Mill,
2,veera@weavers.example,Veera Salo,Head carder,Mill > Carding,hilla@weavers.example
3,oskari@weavers.example,Oskari Niemi,Carder,Mill > Carding,veera@weavers.example
`
const problem = 'The carding drum clogs every Monday morning'
const cure = 'Run the drum empty for ten minutes'

test('from the first link to a unit that works by what its people found out', async () => {
  const hilla = await begin(browser, await product.firstLink(), 'Import your own')
  const links = await inviteFrom(hilla, people)
  expect(Object.keys(links).sort()).toEqual(['Oskari Niemi', 'Veera Salo'])
  await openCommunity(hilla)
  const inquiry = await ask(hilla)
  await hilla.goBack()
  await atHeading(hilla, /^Good to see you/)
  await hilla.goto(inquiry)

  const oskari = await comeIn(browser, links['Oskari Niemi']!)
  await tellExperience(oskari, inquiry)

  await hilla.reload()
  await hilla.getByRole('button', { name: 'This helped' }).dblclick()
  await hilla.getByText('Marked as what helped.').waitFor()
  expect(await hilla.getByText('Marked as what helped.').count()).toBe(1)
  const practice = await distil(hilla)
  await propose(hilla)

  await oskari.goto(practice)
  await useIt(oskari)

  const veera = await comeIn(browser, links['Veera Salo']!)
  await veera.goto(practice)
  await veera.getByText('Mondays run from the first minute.').waitFor()
  await adopt(veera)
  await seeItOnMatrixAndUnit(veera)
})

async function openCommunity(page: Page) {
  await page.goto(`${address}/communities/new`)
  await write(page, /^Name/, 'Carders')
  await write(page, /^Concern/, 'Clean carding with old machines')
  await press(page, 'Open a community')
  await atHeading(page, 'Carders')
}

async function ask(page: Page): Promise<string> {
  await goTo(page, 'Home')
  await write(page, 'What are you stuck on?', problem)
  await press(page, 'Ask')
  await atHeading(page, 'Ask')
  await write(page, 'What happens, what you tried, where', 'After a weekend the wool sticks to the drum.')
  await write(page, 'Ask which communities', 'Card')
  await page.getByRole('option', { name: /Carders/ }).click()
  await page.getByText('Everybody in the organization can read this.').waitFor()
  await press(page, 'Ask')
  await atHeading(page, problem)
  return page.url()
}

async function tellExperience(page: Page, inquiry: string) {
  await page.goto(inquiry)
  await page.getByRole('radio', { name: 'It worked' }).check()
  await write(page, 'What you did, and how it went', `${cure}: the warm air dries it.`)
  await press(page, 'Tell the experience')
  await page.getByText('the warm air dries it').first().waitFor()
}

async function distil(page: Page): Promise<string> {
  await page.getByRole('link', { name: 'Distil into a practice' }).click()
  await atHeading(page, 'Distil a practice')
  await expect.poll(() => page.getByRole('textbox', { name: 'How', exact: true }).inputValue()).toContain(cure)
  await write(page, /^Name/, cure)
  await press(page, 'Save the draft')
  await atHeading(page, cure)
  await page.getByText('Oskari Niemi').first().waitFor()
  return page.url()
}

async function propose(page: Page) {
  for (const step of ['Propose', 'Take it']) {
    await press(page, step)
    await page.getByRole('dialog').getByRole('button', { name: step, exact: true }).click()
    await page.getByRole('dialog').waitFor({ state: 'detached' })
  }
  await page.getByRole('button', { name: 'I used this' }).waitFor()
}

async function useIt(page: Page) {
  await press(page, 'I used this')
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('button', { name: 'Say how it went' }).click()
  await dialog.getByText('Fill this in.').waitFor()
  await dialog.getByRole('radio', { name: 'worked', exact: true }).check()
  await dialog.getByRole('textbox', { name: 'Where' }).fill('The old drum')
  await dialog.getByRole('textbox', { name: 'What changed' }).fill('Mondays run from the first minute.')
  await dialog.getByRole('button', { name: 'Say how it went' }).click()
  await page.getByText('What you saw is part of the evidence now.').waitFor()
}

async function adopt(page: Page) {
  await press(page, 'Decide for Carding')
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('radio', { name: 'Adopt it' }).check()
  await dialog.getByRole('textbox', { name: 'Reason' }).fill('We lose two hours every Monday without it.')
  await dialog.getByRole('button', { name: 'Record the decision' }).click()
  await page.getByText('The decision of Carding is recorded.').waitFor()
}

async function seeItOnMatrixAndUnit(page: Page) {
  await goTo(page, 'Practices')
  await page.getByRole('link', { name: 'Who runs what' }).click()
  await page.getByRole('gridcell', { name: `${cure}, Carding: adopted` }).click()
  await page.getByRole('dialog', { name: 'Carding' }).getByText('We lose two hours').waitFor()
  await picture(page, 'loop-matrix')
  await page.keyboard.press('Escape')

  await goTo(page, 'Organization')
  await page.getByRole('searchbox', { name: 'Find a unit or a person' }).fill('Carding')
  await page.getByRole('main').getByRole('link', { name: 'Carding' }).click()
  await atHeading(page, 'Carding')
  await page.getByRole('link', { name: cure }).waitFor()
  await picture(page, 'loop-unit')
}
