import { peopleIn, within } from '../../facts/scene.ts'
import { share } from '../../mathematics/share.ts'
import type { Indicator } from '../indicator.ts'

export const exploration: Indicator = {
  id: 'exploration',
  kind: 'share',
  about: 'acts',
  window: 'quarter',
  counted: ['inquiries', 'practices', 'trials', 'uses', 'runs', 'adoptions'],
  source: 'March (1991), Organization Science 2, 71-87.',
  words: {
    en: {
      name: 'Exploring and exploiting',
      meaning: 'Which share of what was done looks for something new, and which uses what there is.',
      formula: 'Inquiries asked, practices begun and trials ÷ these and practices used, routines run and adoptions.',
      of: '{of, plural, one {# act} other {# acts}}',
      caution: 'No balance is right for all. Only looking for news starves; only using what there is grows old.',
      sentence: '{value} of {of, plural, one {# act} other {# acts}} explore; the rest use what there is.',
      parts: {
        inquiries: 'inquiries asked',
        practices: 'practices begun',
        trials: 'trials',
        uses: 'practices used',
        runs: 'routines run',
        adoptions: 'adoptions',
      },
    },
    fi: {
      name: 'Etsiminen ja hyödyntäminen',
      meaning: 'Kuinka suuri osa tekemisestä etsii uutta ja kuinka suuri käyttää olemassa olevaa.',
      formula:
        'Kysytyt kysymykset, aloitetut käytännöt ja kokeilut ÷ nämä sekä käytetyt käytännöt, ajetut rutiinit ja käyttöönotot.',
      of: '{of, plural, one {# teko} other {# tekoa}}',
      caution: 'Mikään tasapaino ei sovi kaikille. Pelkkä uuden etsiminen näännyttää, pelkkä vanhan käyttö vanhentaa.',
      sentence: '{value} teoista etsii uutta; loput käyttävät olemassa olevaa (tekoja {of}).',
      parts: {
        inquiries: 'kysytyt kysymykset',
        practices: 'aloitetut käytännöt',
        trials: 'kokeilut',
        uses: 'käytetyt käytännöt',
        runs: 'ajetut rutiinit',
        adoptions: 'käyttöönotot',
      },
    },
  },
  of({ facts, asked, window: { from, to } }) {
    const { practices, applications, runs, adoptions, inquiries } = facts
    const begun = within(practices.made, from, to)
    const used = within(applications.at, from, to)
    const run = within(runs.at, from, to)
    const decided = within(adoptions.at, from, to)
    const inState = (state: string) => decided.filter((row) => adoptions.state[row] === state).length
    const parts = {
      inquiries: asked.length,
      practices: begun.length,
      trials: inState('trying'),
      uses: used.length,
      runs: run.length,
      adoptions: inState('adopted'),
    }
    const exploring = parts.inquiries + parts.practices + parts.trials
    const all = exploring + parts.uses + parts.runs + parts.adoptions
    if (all === 0) return undefined
    const behind = peopleIn(
      inquiries.by,
      asked,
      peopleIn(practices.by, begun, peopleIn(applications.by, used, peopleIn(runs.by, run))),
    )
    return { ...share(exploring, all), of: all, behind: behind.size, parts }
  },
}
