import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { cutShort } from './cut-short.ts'
import { run, type Check, type Outcome } from './step.ts'

interface Report {
  numPassedTests: number
  numPendingTests: number
  testResults: {
    name: string
    status: string
    message: string
    assertionResults: { status: string; fullName: string; failureMessages: string[] }[]
  }[]
}

/** Scenes, counted one by one; those of one project share a database server. */
export const scenes =
  (name: string, projects: readonly string[]): Check =>
  async () => {
    const first = await played(name, projects)
    const again = cutShort(first.output)
    if (again.length === 0) return outcomeOf(first)

    // A file whose process Node ended has no result yet: it plays once more, in a process of its own, and that counts.
    for (const { signal, file } of again) console.log(`\nNode ended by ${signal} in ${file}, which is played again.`)
    const files = again.map(({ file }) => file)
    const second = await played(name, projects, files)
    return together(outcomeOf({ ...first, excused: again.length }), outcomeOf(second))
  }

interface Played {
  name: string
  report: Report | undefined
  code: number | null
  output: string
  seconds: number
  /** How many errors outside of any scene are made up for by playing again. */
  excused?: number
}

async function played(name: string, projects: readonly string[], files: readonly string[] = []): Promise<Played> {
  const folder = mkdtempSync(join(tmpdir(), 'mortar-report-'))
  const file = join(folder, 'report.json')
  const args = ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${file}`, '--passWithNoTests']
  const ran = await run('vitest', [...args, ...projects.flatMap((project) => ['--project', project]), ...files], {
    show: true,
  })
  const report = read(file)
  rmSync(folder, { recursive: true })
  return { name, report, ...ran }
}

function outcomeOf({ name, report, code, output, seconds, excused = 0 }: Played): Outcome {
  if (!report) return { name, passed: 0, failed: 1, skipped: 0, seconds, output: output.slice(-4000) }
  const failures = failuresIn(report)
  // An error outside of any scene also ends the run badly.
  const failed = Math.max(failures.length, code === 0 || excused > 0 ? 0 : 1)
  return {
    name,
    passed: report.numPassedTests,
    failed,
    skipped: excused > 0 ? 0 : report.numPendingTests,
    seconds,
    output: failures.join('\n') || output.slice(-4000),
  }
}

const together = (first: Outcome, second: Outcome): Outcome => ({
  name: first.name,
  passed: first.passed + second.passed,
  failed: first.failed + second.failed,
  skipped: first.skipped + second.skipped,
  seconds: first.seconds + second.seconds,
  output: [first, second].map(({ failed, output }) => (failed > 0 ? output : '')).join('\n'),
})

function read(file: string): Report | undefined {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Report
  } catch {
    return undefined
  }
}

function failuresIn({ testResults }: Report): string[] {
  return testResults.flatMap(({ name, status, message, assertionResults }) => {
    const file = name.replace(`${process.cwd()}/`, '')
    const failed = assertionResults.filter((scene) => scene.status === 'failed')
    if (failed.length === 0) return status === 'failed' ? [`${file}: ${message}`] : []
    return failed.map((scene) => `${file}: ${scene.fullName}\n    ${firstLines(scene.failureMessages[0] ?? '')}`)
  })
}

const firstLines = (message: string) => message.split('\n').slice(0, 12).join('\n    ')
