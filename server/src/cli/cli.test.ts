import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import type { Command } from 'commander'
import { expect, test } from 'vitest'
import { projectRoot, version } from '#platform/project.ts'
import { keepingCompiled } from '../../test/start/mortar.ts'
import { block } from './frame/block.ts'
import { progress } from './frame/progress.ts'
import { mortar } from './main.ts'

const all = (command: Command): Command[] => command.commands.flatMap((one) => [one, ...all(one)])
const leaves = all(mortar()).filter((one) => one.commands.length === 0)
const lineOf = (one: Command): string => (one.parent?.parent ? `${lineOf(one.parent)} ${one.name()}` : one.name())
const run = (...args: string[]) =>
  spawnSync(join(projectRoot, 'node_modules/.bin/mortar'), args, {
    encoding: 'utf8',
    env: { PATH: process.env['PATH'], ...keepingCompiled },
  })

function helpOf(one: Command): string {
  let text = ''
  one.configureOutput({ writeOut: (piece) => (text += piece) }).outputHelp()
  return text
}

test.each(leaves.map((one) => [lineOf(one), one] as const))('mortar %s says by example how it is used', (line, one) => {
  const help = helpOf(one)

  expect(one.summary() || one.description()).not.toBe('')
  expect(help).toMatch(new RegExp(`Examples?:\\n(.*\\n)*.*mortar ${line}`))
  expect(one.options.every((option) => option.description)).toBe(true)
})

test('mortar lists its commands and its exit codes', () => {
  const { status, stdout } = run('--help')

  expect(status).toBe(0)
  for (const one of mortar().commands) expect(stdout).toContain(`  ${one.name()}`)
  expect(stdout).toContain('Exit codes: 0 done')
})

test('mortar tells its version', () => {
  expect(run('--version').stdout).toBe(`${version}\n`)
})

test.each([
  [['serv'], /Did you mean serve\?/],
  [['serve', '--prot', '1'], /unknown option '--prot'/],
  [[], /Commands:/],
])('mortar %j is refused as a wrong command line', (args, words) => {
  const { status, stdout, stderr } = run(...args)

  expect(status).toBe(2)
  expect(stdout).toBe('')
  expect(stderr).toMatch(words)
})

test('a block lines up its values, also those of several lines', () => {
  expect(
    block('Mortar', [
      ['Address', 'here'],
      ['To', 'one\ntwo'],
    ]),
  ).toBe('\n  Mortar\n\n  Address  here\n  To       one\n           two\n')
})

test('progress is a bar in a terminal and a line for each tenth elsewhere', () => {
  const written = { terminal: '', file: '' }
  const out = (kind: 'terminal' | 'file') =>
    ({ isTTY: kind === 'terminal', write: (text: string) => (written[kind] += text) }) as unknown as NodeJS.WriteStream
  for (const kind of ['terminal', 'file'] as const) {
    const bar = progress('Importing', 1000, out(kind))
    for (let done = 1; done <= 1000; done++) bar.at(done)
    bar.end()
  }

  expect(written.terminal).toContain('\rImporting [##############################] 1,000 of 1,000 (100%)\n')
  expect(written.file.trim().split('\n')).toHaveLength(10)
})
