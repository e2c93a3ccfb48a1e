import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { expect, test } from 'vitest'
import { projectRoot } from '#platform/project.ts'

const pages = execFileSync(
  'git',
  ['ls-files', '-z', '--cached', '--others', '--exclude-standard', '*.md', 'docs/**/*.md'],
  {
    cwd: projectRoot,
    encoding: 'utf8',
  },
)
  .split('\0')
  .filter((page) => page !== '' && existsSync(join(projectRoot, page)))

const linksOf = (page: string) =>
  [...readFileSync(join(projectRoot, page), 'utf8').matchAll(/\]\(([^)\s#]+)(?:#[^)]*)?\)/g)]
    .map(([, address]) => address!)
    .filter((address) => !/^[a-z]+:|^\//.test(address))

test('every link of a document leads to a file that is there', () => {
  expect(pages).toContain('docs/guide/README.md')
  const broken = pages.flatMap((page) =>
    linksOf(page)
      .filter((address) => !existsSync(join(projectRoot, dirname(page), address)))
      .map((address) => `${page}: ${address}`),
  )
  expect(broken).toEqual([])
  expect(pages.flatMap(linksOf).length).toBeGreaterThan(20)
})

test('every page of the guide is found from its first one', () => {
  const guide = pages.filter((page) => /^docs\/guide\/[^/]+\.md$/.test(page) && !page.endsWith('/README.md'))
  const seen = new Set(linksOf('docs/guide/README.md'))
  for (const page of seen)
    if (guide.includes(`docs/guide/${page}`)) for (const link of linksOf(`docs/guide/${page}`)) seen.add(link)

  expect(guide.filter((page) => !seen.has(page.slice('docs/guide/'.length)))).toEqual([])
})
