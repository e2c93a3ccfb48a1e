import { globSync, readFileSync } from 'node:fs'

const sources = new URL('../../client/src/', import.meta.url).pathname

/** Mantine's parts that pages use and `app/mantine.css` does not style. */
export function unstyledParts(): string[] {
  const styled = readFileSync(`${sources}app/mantine.css`, 'utf8')
  const used = globSync('**/*.tsx', { cwd: sources }).flatMap((file) =>
    [...readFileSync(`${sources}${file}`, 'utf8').matchAll(/import \{([^}]*)\} from '@mantine\/core'/g)].flatMap(
      ([, names]) => names!.split(',').map((name) => name.trim().replace(/^type /, '')),
    ),
  )
  return [...new Set(used)]
    .filter((name) => /^[A-Z]/.test(name) && hasStyles(name) && !styled.includes(`/${sheetOf(name)}.layer.css`))
    .sort()
}

const sheets: Record<string, string> = { TextInput: 'Input', Textarea: 'Input', Select: 'Combobox' }
const sheetOf = (name: string) => sheets[name] ?? name

const hasStyles = (name: string) =>
  globSync(`node_modules/@mantine/core/styles/${sheetOf(name)}.layer.css`, {
    cwd: new URL('../../', import.meta.url).pathname,
  }).length > 0
