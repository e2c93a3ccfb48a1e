import type { Communities } from './communities.ts'
import type { People } from './people.ts'
import type { Telling } from './telling.ts'

const told = { title: 'Less walking', immediate: 'We talked.' }
const between = (low: number, high: number) => ({ low, high, because: '' })

/** Stories, what a practice saved at least, what was given, and reports: each act once. */
export async function value(
  { by }: Telling,
  { olga, fay, mia }: People,
  { open, secret }: Communities,
  practice: string,
  word: (name: string) => string,
) {
  const { id: hidden } = await by(mia)('POST /stories', {
    body: { community: secret.id, title: word('privateStory'), immediate: word('privateTold') },
  })
  await by(mia)('GET /stories/beginning', { query: { community: open.id } })
  const { id: story } = await by(mia)('POST /stories', { body: { community: open.id, ...told } })
  const params = { story }
  await by(mia)('PUT /stories/{story}', { params, body: { ...told, realized: 'Mrs Nobody went home.' } })
  await by(mia)('PUT /stories/{story}/withdrawal', { params })
  await by(mia)('DELETE /stories/{story}/withdrawal', { params })
  const named = { params: { kind: 'story', page: story } } as const
  await by(fay)('GET /pages/{kind}/{page}/order', named)
  await by(olga)('POST /pages/{kind}/{page}/reports', { ...named, body: { reason: 'A name.' } })
  await by(fay)('DELETE /pages/{kind}/{page}/reports', named)
  await by(fay)('PUT /pages/{kind}/{page}/hiding', named)
  await by(fay)('DELETE /pages/{kind}/{page}/hiding', named)
  await by(fay)('POST /pages/{kind}/{page}/redactions', {
    ...named,
    body: { passages: ['Mrs Nobody'], ground: 'person' },
  })
  await by(mia)('GET /stories/{story}', { params })
  await by(mia)('GET /communities/{community}/stories', { params: { community: open.id } })

  const assumptions = {
    onboardings: between(1, 2),
    homeRoll: between(10, 20),
    usefulShare: between(0.5, 1),
    onboarding: between(1, 2),
    uses: between(5, 10),
    savedPerUse: between(1, 2),
  }
  const { id: valuation } = await by(fay)('POST /practices/{practice}/valuations', {
    params: { practice },
    body: { from: '2025-01-01', to: '2025-12-31', assumptions },
  })
  await by(fay)('PUT /valuations/{valuation}/withdrawal', { params: { valuation } })
  await by(fay)('DELETE /valuations/{valuation}/withdrawal', { params: { valuation } })
  await by(mia)('GET /practices/{practice}/stories', { params: { practice } })

  const period = { from: '2025-01-01', to: '2025-12-31' }
  const { id: resource } = await by(fay)('POST /communities/{community}/resources', {
    params: { community: secret.id },
    body: { kind: 'money', amount: 120, purpose: word('privatePurpose'), ...period },
  })
  await by(fay)('PUT /resources/{resource}/withdrawal', { params: { resource } })
  await by(fay)('DELETE /resources/{resource}/withdrawal', { params: { resource } })
  await by(mia)('GET /communities/{community}/resources', { params: { community: secret.id } })

  await by(olga)('POST /value-reports', { body: { community: null, kind: 'annual', title: 'A year', ...period } })
  await by(mia)('GET /value-reports')
  const { id: valueReport } = await by(fay)('POST /value-reports', {
    body: { community: secret.id, kind: 'sponsor', title: word('charter-report'), ...period },
  })
  await by(fay)('PUT /value-reports/{valueReport}', {
    params: { valueReport },
    body: { base: 1, text: word('charter-report-text') },
  })
  await by(mia)('GET /value-reports/{valueReport}', { params: { valueReport } })
  await by(mia)('GET /value-reports/{valueReport}/versions/{version}', { params: { valueReport, version: 1 } })
  await by(mia)('GET /value-reports/{valueReport}/markdown', { params: { valueReport } })
  await by(fay)('GET /sponsor')
  return { story, hidden, valuation, resource, valueReport }
}
