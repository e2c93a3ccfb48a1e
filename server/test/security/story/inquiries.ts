import type { Communities } from './communities.ts'
import type { People } from './people.ts'
import { png, type Telling } from './telling.ts'

/** Inquiries in every community, and whatever can happen to one. */
export async function inquiries(telling: Telling, who: People, where: Communities, word: (name: string) => string) {
  const { by, send } = telling
  const { fay, mia, max, cora, ned, otto } = who
  const ask = async (asker: typeof mia, community: string, name: string, body = '') =>
    (
      await by(asker)('POST /inquiries', {
        body: { title: `Title ${word(`${name}Title`)}`, body: body || word(`${name}Body`), communities: [community] },
      })
    ).id
  const file = (await send(mia, '/files', [{ name: 'file', file: `${word('privateFile')}.png`, bytes: png }])).id
  const open = await ask(mia, where.open.id, 'open')
  const request = await ask(mia, where.request.id, 'request')
  const secret = await ask(mia, where.secret.id, 'private', `${word('privateBody')} ![plan](/api/files/${file})`)
  const elsewhere = await ask(ned, where.elsewhere.id, 'elsewhere')

  const add = async (person: typeof mia, inquiry: string, text: string) =>
    (
      await by(person)('POST /inquiries/{inquiry}/contributions', {
        params: { inquiry },
        body: { kind: 'answer', body: text },
      })
    ).id
  await add(fay, secret, word('privateContribution'))
  await add(fay, request, word('requestContribution'))
  const answer = await add(fay, open, 'An answer')
  const part = { contribution: answer }
  const one = { inquiry: open }

  const edited = await add(mia, open, 'A first wording')
  await by(mia)('PUT /contributions/{contribution}', {
    params: { contribution: edited },
    body: { base: 1, body: 'A better wording' },
  })
  await by(mia)('PUT /inquiries/{inquiry}', {
    params: { inquiry: secret },
    body: {
      base: 1,
      title: `Title ${word('privateTitle')}`,
      body: `${word('privateBody')} ![plan](/api/files/${file})`,
    },
  })
  await by(cora)('GET /inquiries/{inquiry}/wordings', { params: one })
  await by(cora)('GET /contributions/{contribution}/wordings', { params: { contribution: edited } })
  for (const verb of ['helped', 'thanks', 'withdrawal', 'hiding'] as const) {
    const actor = verb === 'thanks' ? mia : fay
    await by(actor)(`PUT /contributions/{contribution}/${verb}`, {
      params: part,
      body: verb === 'thanks' ? { reason: 'It went on' } : undefined,
    } as never)
    await by(actor)(`DELETE /contributions/{contribution}/${verb}`, { params: part })
  }
  for (const verb of ['me-too', 'bookmark'] as const) {
    await by(max)(`PUT /inquiries/{inquiry}/${verb}`, { params: one })
    await by(max)(`DELETE /inquiries/{inquiry}/${verb}`, { params: one })
  }
  for (const [verb, actor] of [
    ['withdrawal', mia],
    ['hiding', fay],
  ] as const) {
    await by(actor)(`PUT /inquiries/{inquiry}/${verb}`, { params: one })
    await by(actor)(`DELETE /inquiries/{inquiry}/${verb}`, { params: one })
  }
  await by(mia)('PUT /inquiries/{inquiry}/resolution', { params: one, body: { helped: [answer] } })
  await by(mia)('DELETE /inquiries/{inquiry}/resolution', { params: one, body: { reason: 'It came back' } })
  const again = await ask(mia, where.open.id, 'again')
  await by(mia)('PUT /inquiries/{inquiry}/merge', { params: { inquiry: again }, body: { into: open } })
  await by(mia)('DELETE /inquiries/{inquiry}/merge', { params: { inquiry: again } })
  await by(mia)('PUT /inquiries/{inquiry}/communities', {
    params: { inquiry: again },
    body: { communities: [where.open.id, where.request.id], reason: 'Both know' },
  })
  await by(mia)('POST /inquiries/{inquiry}/asked', { params: one, body: { people: [max.id, otto.id] } })
  await by(max)('DELETE /inquiries/{inquiry}/asked', { params: one })
  await by(fay)('POST /inquiries/{inquiry}/reports', {
    params: { inquiry: secret },
    body: { reason: word('reportReason') },
  })
  await by(mia)('POST /contributions/{contribution}/reports', { params: part, body: { reason: 'Not kind' } })
  const { items } = await by(fay)('GET /communities/{community}/reports', { params: { community: where.open.id } })
  await by(fay)('PUT /reports/{report}/decision', {
    params: { report: items.find(({ contribution }) => contribution)!.id },
    body: { decision: 'kept' },
  })
  const redacted = await ask(mia, where.open.id, 'redacted', `Seen with ${word('redacted')} yesterday`)
  await add(cora, redacted, `I know ${word('redacted')} too`)
  await by(fay)('POST /inquiries/{inquiry}/redactions', {
    params: { inquiry: redacted },
    body: { passages: [word('redacted')], ground: 'person' },
  })
  await by(mia)('POST /inquiries/similar', { body: { title: 'An answer that helps' } })
  for (const address of ['related', 'proposals', 'contributions'] as const) {
    await by(mia)(`GET /inquiries/{inquiry}/${address}`, { params: one })
  }
  await by(mia)('GET /inquiries/{inquiry}', { params: one })
  for (const address of ['GET /inquiries', 'GET /inquiries/places', 'GET /inquiries/kinds'] as const) {
    await by(mia)(address)
  }
  const draft = { params: { key: 'inquiry' } }
  await by(cora)('PUT /drafts/{key}', { ...draft, body: { content: 'x' } })
  await by(cora)('DELETE /drafts/{key}', draft)
  await by(otto)('PUT /drafts/{key}', { ...draft, body: { content: { body: word('draft') } } })
  await by(otto)('GET /drafts/{key}', draft)
  await by(mia)('GET /files/{file}', { params: { file } })
  return { open, request, secret, elsewhere, answer, file }
}
export type Inquiries = Awaited<ReturnType<typeof inquiries>>
