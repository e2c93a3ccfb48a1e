import type { Page } from 'playwright-core'

const GOAL = 50

/** What somebody does on a page; `phase` tells the long tasks since the phase before. */
export type Walk = (page: Page, phase: (name: string, goal?: number) => Promise<void>) => Promise<void>

// Looked at now and then, and at one element: what watches must not be what it finds.
const seldom = { polling: 250, timeout: 300_000 }

const begun = (page: Page) =>
  page.waitForFunction(() => Number(document.querySelector('progress')?.value) > 0, undefined, seldom)

const done = async (page: Page) => {
  await page.waitForFunction(
    () => document.querySelector('progress')?.labels[0]?.textContent === 'All runs are done',
    undefined,
    seldom,
  )
  // What is found once the runs are over.
  await page.waitForTimeout(1000)
}

/** A page whose runs begin by themselves: they come in, and once more where everything is loaded. */
const runsTwice: Walk = async (page, phase) => {
  await begun(page)
  await phase('opening')
  await done(page)
  await phase('while runs come in', GOAL)
  await page.getByRole('button', { name: 'Run again' }).click()
  await done(page)
  await phase('once more', GOAL)
}

const andWatched: Walk = async (page, phase) => {
  await runsTwice(page, phase)
  const play = page.getByRole('button', { name: 'Play' })
  await play.click()
  await page.waitForTimeout(5000)
  await phase('one run played', GOAL)
}

/** Turns a setting while runs come in. */
const turned: Walk = async (page, phase) => {
  await begun(page)
  await phase('opening')
  const slider = page.getByRole('slider').first()
  await slider.focus()
  for (let turn = 0; turn < 20; turn++) {
    await page.keyboard.press('ArrowRight')
    await page.waitForTimeout(80)
  }
  await done(page)
  await phase('a setting turned', GOAL)
}

const swept: Walk = async (page, phase) => {
  await page.getByRole('button', { name: 'Run the sweep' }).waitFor()
  await page.waitForTimeout(1500)
  await phase('opening')
  await page.getByRole('button', { name: 'Run the sweep' }).click()
  await done(page)
  await phase('while runs come in', GOAL)
}

const reproduced: Walk = async (page, phase) => {
  await page.getByRole('button', { name: 'Run it here' }).waitFor()
  await page.waitForTimeout(1000)
  await phase('opening')
  await page.getByRole('button', { name: 'Run it here' }).click()
  await page.waitForFunction(
    () => document.querySelector('main')?.textContent?.includes('All of them ran here.'),
    undefined,
    seldom,
  )
  await phase('while runs come in', GOAL)
}

const whatIf: Walk = async (page, phase) => {
  const add = page.getByRole('button', { name: 'Add a step' })
  await add.waitFor()
  await page.waitForTimeout(1000)
  await phase('opening')
  await add.click()
  await page.getByRole('menuitem', { name: /^Close a community/ }).click()
  await page.getByLabel('Community', { exact: true }).first().click()
  await page
    .getByRole('option', { name: /^Community \d/ })
    .first()
    .click()
  await phase('a plan made', GOAL)
  await page.getByRole('button', { name: 'Ask what if' }).click()
  await page.getByRole('heading', { name: 'What it changes' }).waitFor({ timeout: 300_000 })
  await page.waitForTimeout(1000)
  await phase('asked and told', GOAL)
}

export const pages: Readonly<Record<string, { path: string; walk: Walk }>> = {
  march: { path: '/lab/march?runs=6000', walk: andWatched },
  'march, turned': { path: '/lab/march?runs=1000', walk: turned },
  'march, published beside': { path: '/lab/march?study=march-figure-4', walk: runsTwice },
  miller: { path: '/lab/miller', walk: runsTwice },
  'lazer-friedman': { path: '/lab/lazer-friedman', walk: andWatched },
  fang: { path: '/lab/fang', walk: andWatched },
  communities: { path: '/lab/communities?structure=mixed', walk: andWatched },
  diffusion: { path: '/lab/diffusion', walk: andWatched },
  sweep: { path: '/lab/march/sweep?x=p1:0.1:0.9:0.05&y=p2:0.1:0.9:0.05&runs=200', walk: swept },
  'sweep of one': { path: '/lab/march/sweep?x=p1:0.05:0.95:0.05&runs=400', walk: swept },
  compare: { path: '/lab/march/compare?runs=6000', walk: runsTwice },
  reproduced: { path: '/lab/reproduced?model=miller', walk: reproduced },
  'your-organization': { path: '/lab/your-organization', walk: whatIf },
}
