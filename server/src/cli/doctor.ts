import { existsSync, statfsSync } from 'node:fs'
import type { Command } from 'commander'
import { backAgain, readErasures } from '#erasure/index.ts'
import { officeLinks } from '#organization/index.ts'
import type { Database } from '#platform/database.ts'
import { exitCodes } from '#platform/failure.ts'
import { openStorage } from '#platform/files/storage.ts'
import { migrationsIn } from '#platform/migrate.ts'
import { erasuresFile, type Settings } from '#platform/settings.ts'
import { people } from './frame/counted.ts'
import { isFresh } from './client/build.ts'
import { firstVisitLines } from './first-visit.ts'
import { command, withJson } from './frame/command.ts'
import { settingsFor, withDatabase } from './frame/database.ts'

interface Finding {
  check: string
  holds: boolean
  words: string
}

export const doctor = () =>
  withJson(
    command('doctor', 'Looks whether all that Mortar needs is well', [
      ['mortar doctor', 'looks, and says what to do about what is not well; renews the link of the first visit'],
      ['mortar doctor --json', 'the same for a program'],
      ['mortar doctor --office', 'makes everybody of the knowledge office a new link, when none of them can sign in'],
    ]),
  )
    .option('--office', 'make everybody of the knowledge office a link to come in, good for a day')
    .action(async ({ json, office }: { json?: boolean; office?: boolean }, made: Command) => {
      const findings = [...(await examine(made)), ...(office ? await waysIn(made) : [])]
      console.log(json ? JSON.stringify(findings) : findings.map(line).join('\n'))
      if (findings.some(({ holds }) => !holds)) process.exitCode = exitCodes.blocked
    })

const waysIn = (made: Command): Promise<Finding[]> =>
  withDatabase(made, async ({ db, settings }) =>
    (await officeLinks(db, settings.baseUrl)).map(({ name, link }) => ({
      check: 'way in',
      holds: true,
      words: `${name}: ${link}`,
    })),
  )

const line = ({ check, holds, words }: Finding) => `  ${holds ? 'well    ' : 'not well'}  ${check.padEnd(11)}  ${words}`

async function examine(made: Command): Promise<Finding[]> {
  const settings = settingsFor(made)
  return [
    node(),
    ...(await database(made)),
    ...(await files(settings)),
    ...(existsSync(settings.dataDir) ? [disk(settings.dataDir)] : []),
    isFresh()
      ? { check: 'pages', holds: true, words: 'built from the sources as they are' }
      : { check: 'pages', holds: true, words: 'not built yet; the next "mortar serve" does it' },
  ]
}

function node(): Finding {
  const holds = Number.parseInt(process.versions.node, 10) >= 24
  return {
    check: 'Node',
    holds,
    words: holds ? process.versions.node : `${process.versions.node}: run "npm ci", which brings Node 24`,
  }
}

async function database(made: Command): Promise<Finding[]> {
  try {
    return await withDatabase(made, async ({ postgres, db, settings }) => [
      { check: 'database', holds: true, words: [postgres.described, ...postgres.notes].join(', ') },
      { check: 'migrations', holds: true, words: `up to date (${migrationsIn().at(-1)?.name})` },
      ...(await erasures(db, settings)),
      ...firstVisit(await firstVisitLines(db, settings)),
    ])
  } catch (error) {
    return [{ check: 'database', holds: false, words: error instanceof Error ? error.message : String(error) }]
  }
}

/** Who was erased and is here again came with a backup that was older. */
async function erasures(db: Database, settings: Settings): Promise<Finding[]> {
  const kept = await readErasures(erasuresFile(settings))
  if (kept.length === 0) return []
  const back = await backAgain(db, kept)
  const words =
    back.length === 0
      ? `${people(kept.length)} erased, and nobody of them is back`
      : `${people(back.length)} back from an older backup after they were erased: "mortar serve" erases them again as it starts`
  return [{ check: 'erasures', holds: back.length === 0, words }]
}

const firstVisit = (words: string | undefined): Finding[] =>
  words ? [{ check: 'first visit', holds: true, words: words.replace('\n', '. ') }] : []

async function files(settings: Settings): Promise<Finding[]> {
  const storage = openStorage(settings)
  if (!storage) return []
  const trouble = await storage.trouble()
  return [{ check: 'files', holds: !trouble, words: trouble ?? storage.described }]
}

function disk(folder: string): Finding {
  const { bavail, blocks, bsize } = statfsSync(folder)
  const gigabytes = (bavail * bsize) / 1024 ** 3
  const words = `${gigabytes.toFixed(1)} GB of ${((blocks * bsize) / 1024 ** 3).toFixed(0)} GB free`
  return gigabytes >= 1
    ? { check: 'disk', holds: true, words }
    : { check: 'disk', holds: false, words: `${words}: free some space` }
}
