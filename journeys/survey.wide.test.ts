import { expect, test } from 'vitest'
import { openBrowser, openWindow } from './support/browser.ts'
import { examplesIn } from './support/examples.ts'
import { picture, seriousFaults, settled } from './support/look.ts'
import { openProduct } from './support/product.ts'
import { listenToServer, wordsWithoutCatalogue } from './support/words.ts'

const product = await openProduct()
const { anna } = await examplesIn(product)
const browser = await openBrowser()
const office = await openWindow(browser)
await product.signIn(office, anna)
const pat = await product.person('Pat Newcomer', {
  unit: (await product.db.selectFrom('unit').select('id').executeTakeFirstOrThrow()).id,
})
const own = await openWindow(browser)
await product.signIn(own, pat)
let survey: string

test('the knowledge office writes a survey from a template and opens it', async () => {
  const page = await office.newPage()
  await page.goto(`${product.address}/surveys`)
  await settled(page)
  await picture(page, 'surveys')
  await page.getByRole('link', { name: 'Write a survey' }).click()
  await page.getByRole('heading', { level: 1, name: 'Write a survey' }).waitFor()
  await page.getByLabel('Begin with').selectOption({ label: 'Help and new ideas' })
  await expect
    .poll(() => page.getByRole('textbox', { name: 'Name', exact: true }).inputValue())
    .toBe('Help and new ideas')
  await page.getByLabel('Ground').fill('Agreement of 1 March')
  await picture(page, 'survey-write')
  expect(await seriousFaults(page)).toEqual([])
  await page.getByRole('button', { name: 'Save the draft' }).click()
  await page.getByRole('heading', { level: 1, name: 'Help and new ideas' }).waitFor()
  survey = new URL(page.url()).pathname

  await page.getByRole('button', { name: 'Open it now' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Open it now' }).click()
  await page.getByText('The survey is open. Everybody it is for').waitFor()
  await page.getByRole('heading', { name: 'How many answered' }).waitFor()
  await page.close()
})

test('a person answers half by the keyboard, comes back, finishes, and is shown only their own', async () => {
  await product.server.catchUp()
  const page = await own.newPage()
  await page.goto(`${product.address}/inbox`)
  await page.getByRole('link', { name: 'Help and new ideas' }).first().click()
  await page.getByRole('heading', { level: 1, name: 'Help and new ideas' }).waitFor()
  await page.getByRole('link', { name: 'Answer', exact: true }).click()
  await page.getByRole('heading', { name: 'Confidential, in plain words' }).waitFor()
  await settled(page)
  await page.getByRole('textbox', { name: 'Add a colleague' }).focus()
  await page.keyboard.type('virolai')
  await page
    .getByRole('option', { name: /Virolainen/ })
    .first()
    .waitFor()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  const colleague = page.getByRole('listitem').filter({ has: page.getByRole('heading', { name: /Virolainen/ }) })
  await colleague.getByLabel(/How often/).selectOption({ label: 'Every week' })
  await page.getByText('Saved. You can leave and go on later.').waitFor()
  await colleague.getByLabel('Know-how').check()
  await expect.poll(() => colleague.getByLabel('Know-how').isChecked()).toBe(true)
  await settled(page)
  await picture(page, 'survey-answer')
  expect(await seriousFaults(page)).toEqual([])
  await page.close()

  const again = await own.newPage()
  await again.goto(`${product.address}${survey}`)
  await again.getByText('You have begun to answer').waitFor()
  await again.getByRole('link', { name: 'Go on answering' }).click()
  await again.getByRole('heading', { name: /Virolainen/ }).waitFor()
  await expect.poll(() => again.getByLabel(/How often/).inputValue()).toBe('3')
  await own.setOffline(true)
  await again.getByLabel(/How often/).selectOption({ label: 'Every day' })
  await again.getByText('Not saved yet.').waitFor()
  await again.getByRole('link', { name: 'Next question' }).click()
  await again.getByText('Question 2 of 2').waitFor()
  await again.getByRole('button', { name: 'Hand in' }).click()
  await again.getByText('Not all that you said is saved yet').waitFor()
  await own.setOffline(false)
  await again.getByText('Saved. You can leave and go on later.').waitFor()
  await again.reload()
  await again.getByRole('link', { name: 'Previous question' }).click()
  await expect.poll(() => again.getByLabel(/How often/).inputValue()).toBe('4')
  await again.getByRole('link', { name: 'Next question' }).click()
  await again.getByText('Question 2 of 2').waitFor()
  await again.getByRole('button', { name: 'Hand in' }).click()
  await again.getByText('Handed in. Thank you.').waitFor()
  await again.getByRole('link', { name: 'Look at my answer' }).waitFor()
  expect(await again.getByRole('heading', { name: 'How many answered' }).count()).toBe(0)
  await again.close()
})

test('the office sees how many answered in fives, and never who named whom', async () => {
  const page = await office.newPage()
  await page.goto(`${product.address}${survey}`)
  await page.getByRole('heading', { name: 'How many answered' }).waitFor()
  await settled(page)
  await page.getByRole('row', { name: /All together.*fewer than five/ }).waitFor()
  await picture(page, 'survey-open')
  expect(await seriousFaults(page)).toEqual([])
  const asked = await product.as(anna)('GET /surveys/{survey}/answer', {
    params: { survey: survey.split('/').at(-1)! },
  })
  expect([asked.status, asked.body.named]).toEqual([200, []])
  await page.close()
})

async function closedSurvey() {
  const closed = product.db.selectFrom('survey').select('id').where('state', '=', 'closed')
  return `${product.address}/surveys/${(await closed.executeTakeFirstOrThrow()).id}`
}

test('what came of a closed survey is shown with its caveats, in light, in dark and on a phone', async () => {
  const page = await office.newPage()
  await page.goto(await closedSurvey())
  await page.getByRole('heading', { name: 'What came of it' }).waitFor()
  await page.getByRole('heading', { name: 'Against traces' }).waitFor()
  await page.getByText('Unit by unit').click()
  await page.locator('summary', { hasText: 'Who turns to whom' }).click()
  await settled(page)
  await picture(page, 'survey-closed')
  expect(await seriousFaults(page)).toEqual([])
  await page.emulateMedia({ colorScheme: 'dark' })
  await settled(page)
  await picture(page, 'survey-closed')
  expect(await seriousFaults(page)).toEqual([])
  await page.setViewportSize({ width: 390, height: 844 })
  await picture(page, 'survey-closed')
  await page.waitForFunction(() => document.documentElement.scrollWidth <= window.innerWidth)
  await page.close()
})

test('the office brings in answers of a survey that was done elsewhere, and takes them back', async () => {
  const page = await office.newPage()
  await page.goto(`${product.address}/sources`)
  await page.getByRole('button', { name: 'Register a source' }).click()
  await page.getByLabel('Name', { exact: true }).fill('Survey of last year')
  await page.getByLabel(/What its traces tell/).selectOption({ label: 'Answers to a survey that was done elsewhere' })
  await page.getByLabel('Ground').fill('Agreement of 1 March')
  await page.getByRole('button', { name: 'Register', exact: true }).click()
  await page.getByRole('heading', { name: 'Bring in answers' }).waitFor()
  const [one, other] = ['anna.kivela@example.org', 'hanne.virolainen@example.org']
  await page.getByLabel('Files').setInputFiles({
    name: 'advice.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from(`from,to,weight\n${one},${other},5\n${other},${one},2\n${one},stranger,1\n`),
  })
  await page.getByRole('button', { name: 'Look first' }).click()
  await page.getByText('2 of 3 ids are people here').waitFor()
  await picture(page, 'survey-matrices')
  expect(await seriousFaults(page)).toEqual([])
  await page.getByRole('button', { name: 'Bring in', exact: true }).click()
  await page.getByRole('heading', { name: 'advice.csv' }).waitFor()
  await page.getByRole('button', { name: 'Take back advice.csv' }).click()
  await page.getByText(/^Taken back/).waitFor()
  await page.close()
})

test('what came of a survey speaks only words of the catalogues', async () => {
  const page = await office.newPage()
  const { heard } = listenToServer(page)
  await page.goto(`${await closedSurvey()}?language=qps`)
  await settled(page)
  expect(await page.locator('body').textContent()).toContain('⟦')
  expect(await wordsWithoutCatalogue(page, heard)).toEqual([])
  await page.close()
})
