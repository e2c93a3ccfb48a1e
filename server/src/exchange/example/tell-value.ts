import type { PulseTheme } from '@mortar/contract/measurement-pulse'
import { type MeasurementRows, toldResult, type ToldWave } from '#measurement/index.ts'
import type { Telling } from './telling.ts'

/** Pulses with their figures, stories, valuations, resources and reports, as rows. */
export function tellValue(telling: Telling): MeasurementRows {
  const { example, id, at } = telling
  const { stories, valuations, resources, reports } = example.value
  const noon = (day: string) => at(`${day}T12:00`)
  return {
    ...tellPulses(telling),
    valueStory: stories.map(({ slug, community, by, practice, unit, imperative, at: moment, ...told }) => ({
      ...told,
      id: id('story', slug),
      communityId: id('community', community),
      practiceId: practice ? id('practice', practice) : null,
      unitId: unit ? id('unit', unit) : null,
      imperativeId: imperative ? id('imperative', imperative) : null,
      byId: id('person', by),
      at: at(moment),
    })),
    valuation: valuations.map(({ practice, by, from, to, note, assumptions, at: moment }) => ({
      practiceId: id('practice', practice),
      fromDay: from,
      toDay: to,
      assumptions: assumptions as never,
      note,
      byId: id('person', by),
      at: at(moment),
    })),
    resource: resources.map(({ community, by, from, to, ...given }) => ({
      ...given,
      communityId: id('community', community),
      fromDay: from,
      toDay: to,
      byId: id('person', by),
      at: noon(from),
    })),
    valueReport: reports.map(({ slug, community, kind, title, from, to, versions }) => ({
      id: id('report', slug),
      communityId: community ? id('community', community) : null,
      kind,
      title,
      fromDay: from,
      toDay: to,
      version: versions.length,
      madeBy: id('person', versions[0]!.by),
      madeAt: at(versions[0]!.at),
      changedAt: at(versions.at(-1)!.at),
    })),
    valueReportVersion: reports.flatMap(({ slug, versions }) =>
      versions.map(({ by, at: moment, text, note }, n) => ({
        reportId: id('report', slug),
        version: n + 1,
        text,
        note,
        byId: id('person', by),
        at: at(moment),
      })),
    ),
  }
}

function tellPulses({ example, id }: Telling): Pick<MeasurementRows, 'pulseWave' | 'pulseAnswer'> {
  const earlier: ToldWave[] = []
  const rows: Required<Pick<MeasurementRows, 'pulseWave' | 'pulseAnswer'>> = { pulseWave: [], pulseAnswer: [] }
  for (const { slug, community, by, opened, closed, answers } of example.value.pulses) {
    const wave = {
      community,
      closed,
      themes: Object.keys(answers[0]!) as PulseTheme[],
      answers: answers as ToldWave['answers'],
    }
    rows.pulseWave.push({
      id: id('pulse', slug),
      communityId: id('community', community),
      themes: wave.themes,
      openedBy: id('person', by),
      openedOn: opened,
      closesOn: closed,
      state: 'closed',
      closedOn: closed,
      result: toldResult(wave, earlier) as never,
    })
    rows.pulseAnswer.push(...answers.map((given) => ({ waveId: id('pulse', slug), given: given as never })))
    earlier.push(wave)
  }
  return rows
}
