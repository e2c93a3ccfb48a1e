import { fitting, templateWith } from '#community/index.ts'
import type { Example } from './example.ts'
import type { Community } from './format.ts'

/** Stages and forms end where the community stands; whoever decided or wrote was a member with the right; times go on. */
export function lifeProblems(example: Example): string[] {
  const communities = [...example.communities].flatMap(([slug, community]) =>
    communityProblems(community).map((what) => `communities/${slug}: ${what}`),
  )
  const maturity = example.maturity.flatMap((one) =>
    maturityProblems(one, example).map((what) => `${one.slug}: ${what}`),
  )
  return [...communities, ...maturity.map((problem) => `maturity/${problem}`)]
}

type Act = { by: string; at: string }

const memberAt = ({ members }: Community, { by, at }: Act) =>
  members.find((one) => one.person === by && one.joinedAt <= at && (one.leftAt === undefined || one.leftAt >= at))

const facilitatesAt = (community: Community, act: Act) =>
  memberAt(community, act)?.roles.some(
    ({ role, from, to }) => role === 'facilitator' && from <= act.at && (to === undefined || to >= act.at),
  ) ?? false

const inOrder = (acts: readonly Act[]) => acts.every(({ at }, n) => at >= (acts[n - 1]?.at ?? ''))

function communityProblems(community: Community): string[] {
  const { form, forms, sheets, stages } = community
  return [
    ...(forms.length === 0 || forms.at(-1)!.form === form ? [] : ['its last form is another one']),
    ...(inOrder(forms) && inOrder(stages) ? [] : ['its stages or forms are not in order']),
    ...forms.slice(1).flatMap((one) => (facilitatesAt(community, one) ? [] : [`${one.by} decides no form`])),
    ...stages
      .slice(1)
      .flatMap((one, n) =>
        one.stage === stages[n]!.stage && !one.proposed ? ['it stays, and nothing was proposed'] : [],
      ),
    ...sheets.flatMap(({ slug, versions, template }) => [
      ...versions.flatMap(({ content }) => (fits(template, content) ? [] : [`${slug} does not fit its template`])),
      ...(inOrder(versions) ? [] : [`${slug} is not in order`]),
      ...versions.flatMap((one) => (memberAt(community, one) ? [] : [`${one.by} is no member and wrote ${slug}`])),
    ]),
  ]
}

type Content = Community['sheets'][number]['versions'][number]['content']

/** All that is written in it is asked by its template, in that shape. */
function fits(name: string, content: Content): boolean {
  const template = templateWith(name)
  return (
    template !== undefined &&
    JSON.stringify(fitting(template, content)) === JSON.stringify(inOrderOf(content, template))
  )
}

const inOrderOf = (content: Content, template: NonNullable<ReturnType<typeof templateWith>>): Content =>
  Object.fromEntries(
    [...template.sections.flatMap(({ fields }) => fields.map(({ id }) => id)), ...Object.keys(content)].flatMap((id) =>
      id in content ? [[id, content[id]!]] : [],
    ),
  )

function maturityProblems(
  { community, begun, ended, answers, evidence }: Example['maturity'][number],
  example: Example,
): string[] {
  const may = (act: Act) => {
    const of = community === undefined ? undefined : example.communities.get(community)
    return of ? facilitatesAt(of, act) : example.organization.knowledgeOffice.includes(act.by)
  }
  const acts = [begun, ...answers, ...(ended ? [ended] : [])]
  return [
    ...acts.filter((act) => !may(act)).map(({ by }) => `${by} does not answer for it`),
    ...(inOrder([begun, ...answers.toSorted((a, b) => a.at.localeCompare(b.at)), ...(ended ? [ended] : [])])
      ? []
      : ['it is not in order']),
    ...((ended === undefined) === (evidence === undefined) ? [] : ['its evidence does not fit its end']),
  ]
}
