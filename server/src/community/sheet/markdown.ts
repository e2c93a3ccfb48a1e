import type { SheetContent, SheetField, SheetView } from '@mortar/contract/community-sheets'

interface Heading {
  community: string
  /** The state in words. */
  state: string
  day: string
}

/** A filled sheet as Markdown that people read elsewhere: fields that are empty are left out, items of lists are not. */
export function sheetMarkdown(
  {
    title,
    template,
    sections,
    content,
    people,
  }: Pick<SheetView, 'title' | 'template' | 'sections' | 'content' | 'people'>,
  { community, state, day }: Heading,
): string {
  const name = new Map(people.map((person) => [person.id, person.name]))
  const parts = sections.flatMap((section) => {
    const fields = section.fields.flatMap((field) => fieldMarkdown(field, content[field.id], name))
    return fields.length > 0 ? [`## ${plain(section.title)}`, ...fields] : []
  })
  const about = [template.name === title ? undefined : template.name, community, state, day].filter(Boolean)
  return `${[`# ${plain(title)}`, `*${about.map((word) => plain(word!)).join(' · ')}*`, ...parts].join('\n\n')}\n`
}

function fieldMarkdown(
  { kind, label, options }: SheetField,
  value: SheetContent[string] | undefined,
  name: ReadonlyMap<string, string>,
): string[] {
  const head = `**${plain(label)}**`
  if (kind === 'checks') {
    const items = options.map((option) => `- [${value?.includes(option.id) ? 'x' : ' '}] ${plain(option.label)}`)
    return [head, items.join('\n')]
  }
  if (value === undefined) return []
  if (kind === 'people') return [head, (value as string[]).map((id) => `- ${plain(name.get(id) ?? '–')}`).join('\n')]
  if (kind === 'choice') return [head, plain(options.find(({ id }) => id === value)?.label ?? '')]
  return [head, kind === 'long' ? String(value).trim() : plain(String(value))]
}

/** On one line, and no mark of Markdown by accident. */
const plain = (words: string) => words.replaceAll(/\s+/g, ' ').replaceAll(/([\\`*_[\]<>#|])/g, '\\$1')
