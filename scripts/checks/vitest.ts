import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { run, type Check } from './step.ts'

interface Report {
  numPassedTests: number
  numFailedTests: number
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
  (name: string, projects: readonly string[], env: Record<string, string> = {}): Check =>
  async () => {
    const folder = mkdtempSync(join(tmpdir(), 'mortar-report-'))
    const file = join(folder, 'report.json')
    const args = ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${file}`, '--passWithNoTests']
    const { code, output, seconds } = await run(
      'vitest',
      [...args, ...projects.flatMap((project) => ['--project', project])],
      { show: true, env },
    )
    const report = read(file)
    rmSync(folder, { recursive: true })
    if (!report) return { name, passed: 0, failed: 1, skipped: 0, seconds, output: output.slice(-4000) }

    const failures = failuresIn(report)
    // An error outside of any scene also ends the run badly.
    const failed = Math.max(failures.length, code === 0 ? 0 : 1)
    return {
      name,
      passed: report.numPassedTests,
      failed,
      skipped: report.numPendingTests,
      seconds,
      output: failures.join('\n') || output.slice(-4000),
    }
  }

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

const firstLines = (message: string) => message.split('\n').slice(0, 3).join('\n    ')
