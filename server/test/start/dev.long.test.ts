import { appendFileSync, cpSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { projectRoot } from '#platform/project.ts'
import { freePort } from '../free-port.ts'
import { dataFolder, isDatabaseRunning, launch } from './mortar.ts'

/** The sources once more, to write in; what was installed is shared. */
function copyOfSources(): string {
  const copy = mkdtempSync(join(tmpdir(), 'mortar-dev-'))
  afterAll(() => rmSync(copy, { recursive: true, force: true }))
  for (const part of ['package.json', 'tsconfig.base.json', 'scripts', 'server', 'client', 'packages', 'examples']) {
    cpSync(join(projectRoot, part), join(copy, part), {
      recursive: true,
      filter: (path) => !/\/(node_modules|dist[^/]*)$/.test(path),
    })
  }
  for (const part of ['.', 'server', 'client']) {
    symlinkSync(join(projectRoot, part, 'node_modules'), join(copy, part, 'node_modules'))
  }
  return copy
}

test('npm run dev starts the server anew when its sources change, and gives pages as they are written', async () => {
  const copy = copyOfSources()
  const dataDir = dataFolder()
  const command = [join(projectRoot, 'node_modules/.bin/node'), join(copy, 'scripts/dev.ts')]
  const { child, ended, output } = launch(dataDir, { command, env: { PORT: String(await freePort()) } })
  const starts = () => output().split(/Address +http/).length - 1
  const pages = () => /Local: +(http:\S+?)\/?\s/.exec(output())?.[1]
  await expect.poll(starts).toBe(1)
  await expect.poll(pages).toMatch(/^http/)
  const read = async (path: string) => (await fetch(pages()! + path)).text()
  expect(await read('/')).toContain('<script type="module"')
  expect(await read('/api/openapi.json')).toContain('"openapi"')

  appendFileSync(join(copy, 'server/src/cli/serve.ts'), '\n// Written while it runs.\n')
  await expect.poll(starts).toBe(2)
  await expect.poll(() => read('/api/openapi.json').catch(() => '')).toContain('"openapi"')

  expect(await read('/src/app/paths.ts')).not.toContain('writtenWhileItRuns')
  appendFileSync(join(copy, 'client/src/app/paths.ts'), '\nexport const writtenWhileItRuns = true\n')
  await expect.poll(() => read('/src/app/paths.ts')).toContain('writtenWhileItRuns')

  child.kill('SIGTERM')
  await ended
  expect(isDatabaseRunning(dataDir)).toBe(false)
})
