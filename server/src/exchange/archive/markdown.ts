import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type pg from 'pg'
import { type ReadableInquiry, readableInquiries, type ReadablePractice, readablePractices } from './queries.ts'

/** The same words for people: one Markdown file for each inquiry and each practice. */
export async function writeReadable(client: pg.ClientBase, dir: string): Promise<void> {
  for await (const inquiry of readableInquiries(client)) {
    await writeFile(join(dir, 'inquiries', nameOf(inquiry)), inquiryText(inquiry))
  }
  for await (const practice of readablePractices(client)) {
    await writeFile(join(dir, 'practices', nameOf(practice)), practiceText(practice))
  }
}

/** A name that people recognize and that is never taken twice. */
function nameOf({ id, title }: { id: string; title: string }): string {
  const words =
    title
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu)
      ?.join('-') ?? ''
  return `${[...words].slice(0, 60).join('')}-${id}.md`
}

const inquiryText = ({ title, body, name, at, state, communities, said }: ReadableInquiry) =>
  [
    `# ${title}`,
    `${name ?? 'Somebody'}, ${at.toISOString().slice(0, 10)}, in ${communities.join(', ')}. ${state}.`,
    body,
    ...said.flatMap((one) => [
      `## ${[one.kind, one.outcome, one.helped ? 'helped' : null].filter(Boolean).join(', ')}: ${one.name ?? 'somebody'}, ${one.at.slice(0, 10)}`,
      one.body,
    ]),
    '',
  ].join('\n\n')

const practiceText = (practice: ReadablePractice) =>
  [
    `# ${practice.title}`,
    `${practice.kind}, ${practice.state}, ${practice.community}.`,
    ...part('The problem it answers', practice.problem),
    ...part('When it works', practice.works_when),
    ...part('When it does not', practice.works_not),
    ...part('How', practice.how),
    ...part(
      'Steps',
      practice.steps.map(({ role, what }, n) => `${n + 1}. ${role ? `${role}: ` : ''}${what}`).join('\n'),
    ),
    ...part('Sources', practice.sources),
    '',
  ].join('\n\n')

const part = (title: string, text: string) => (text ? [`## ${title}`, text] : [])
