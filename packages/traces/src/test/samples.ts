import { zip } from './zip.ts'

/** Stands wherever somebody's words stand in an export, and nowhere else: where it is found, words came along. */
export const canary = 'Unutterable'

type People = readonly [ann: string, bo: string, cid: string]

const words = `${canary} and more`
const monday = Date.UTC(2024, 2, 4)
const hour = 3_600_000

/** A meeting; words wherever a calendar has room for some. */
const event = (lines: string[]) =>
  [
    'BEGIN:VEVENT',
    `SUMMARY:${words}`,
    `DESCRIPTION;ALTREP="cid:x":${words}\\nline`,
    `  ${canary} goes on`,
    `LOCATION:${canary}`,
    `COMMENT:${canary}`,
    `CATEGORIES:${canary}`,
    `ATTACH:https://x.example/${canary}`,
    `X-ALT-DESC:${canary}`,
    'BEGIN:VALARM',
    `DESCRIPTION:${canary}`,
    'END:VALARM',
    ...lines,
    'END:VEVENT',
  ].join('\r\n')

const who = (...people: string[]) => people.map((one) => `ATTENDEE;CN="${canary}";PARTSTAT=ACCEPTED:mailto:${one}`)

export const calendar = ([ann, bo, cid]: People): string =>
  [
    'BEGIN:VCALENDAR',
    `X-WR-CALNAME:${canary}`,
    event(['UID:1', 'DTSTART:20240305T080000Z', `ORGANIZER;CN=${canary}:mailto:${ann}`, ...who(ann, bo, cid)]),
    event(['UID:2', 'DTSTART;TZID=Europe/Helsinki:20240311T000000', 'RRULE:FREQ=WEEKLY;COUNT=4', ...who(ann, bo)]),
    // One of four was moved to another week, with somebody else; another one was called off.
    event([
      'UID:2',
      'RECURRENCE-ID;TZID=Europe/Helsinki:20240318T000000',
      'DTSTART:20240320T080000Z',
      ...who(ann, cid),
    ]),
    event([
      'UID:2',
      'RECURRENCE-ID;TZID=Europe/Helsinki:20240325T000000',
      'DTSTART:20240325T000000',
      'STATUS:CANCELLED',
      ...who(ann, bo),
    ]),
    event(['UID:3', 'DTSTART:20240305T080000Z', 'STATUS:CANCELLED', ...who(bo, cid)]),
    event(['UID:4', 'DTSTART:20240306T080000Z', ...who(cid), `ATTENDEE;PARTSTAT=DECLINED:mailto:${bo}`]),
    event(['UID:5', 'DTSTART:29990306T080000Z', ...who(cid, bo)]),
    event(['UID:6', 'DTSTART:nonsense', ...who(cid, bo)]),
    'END:VCALENDAR',
    '',
  ].join('\r\n')

/** Files of an export of Slack; words wherever a message has room for some. */
export function slackFiles([ann, bo, cid]: People): Record<string, unknown> {
  const ts = (plus: number) => String((monday + plus * hour) / 1000)
  const content = {
    text: words,
    blocks: [{ type: 'rich_text', elements: [{ type: 'text', text: words }] }],
    attachments: [{ title: canary, fallback: canary, text: words }],
    files: [{ name: canary, title: canary, preview: canary, url_private: `https://x.example/${canary}` }],
    user_profile: { real_name: canary, display_name: canary },
  }
  return {
    'users.json': [ann, bo, cid].map((email, n) => ({
      id: `U${n}`,
      name: `u${n}`,
      profile: { email, status_text: canary, real_name: canary },
    })),
    'channels.json': [{ id: 'C1', name: 'general', topic: { value: canary }, purpose: { value: canary } }],
    'dms.json': [{ id: 'D1', members: ['U1', 'U2'] }],
    'general/2024-03-04.json': [
      { ...content, user: 'U0', ts: ts(1), text: `${words} <@U1>`, reactions: [{ name: canary, users: ['U2'] }] },
      { ...content, user: 'U1', ts: ts(2), thread_ts: ts(1), parent_user_id: 'U0' },
      { ...content, user: 'U2', ts: ts(3) },
      { ...content, bot_id: 'B1', ts: ts(4) },
    ],
    'general/2024-03-05.json': '[{"user": "U0", "text": "Unutterable, and cut o',
    'D1/2024-03-12.json': [{ ...content, user: 'U2', ts: ts(24 * 8) }],
  }
}

export const slack = (people: People) => zip(slackFiles(people), { deflated: true })

/** Lines of a bulk export of Mattermost, the last one cut off. */
export function mattermost([ann, bo, cid]: People): string {
  const user = (username: string, email: string) => ({
    type: 'user',
    user: { username, email, nickname: canary, position: canary },
  })
  const post = (from: string, more: object = {}) => ({
    user: from,
    message: words,
    props: { attachments: [{ text: canary, title: canary }] },
    attachments: [{ path: canary }],
    create_at: monday + hour,
    ...more,
  })
  const lines = [
    { type: 'version', version: 1, info: { generator: canary } },
    { type: 'channel', channel: { name: canary, header: canary, purpose: canary } },
    user('ann', ann),
    user('bo', bo),
    user('cid', cid),
    {
      type: 'post',
      post: post('ann', {
        message: `${words} @bo.`,
        reactions: [{ user: 'cid', emoji_name: canary, create_at: monday }],
        replies: [post('cid')],
      }),
    },
    { type: 'post', post: post('bo') },
    {
      type: 'direct_post',
      direct_post: post('bo', { channel_members: ['bo', 'cid'], create_at: monday + 8 * 24 * hour }),
    },
  ]
  return `${lines.map((line) => JSON.stringify(line)).join('\n')}\n{"type":"post","post":{"message":"${canary}`
}

export const mbox = ([ann, bo, cid]: People): string =>
  [
    'From ann Tue Mar  5 08:15:00 2024',
    'Return-Path: <ann@elsewhere.example>',
    'Message-ID: <1@mill>',
    `From: "${canary}, Ann" <${ann}>`,
    `Subject: ${words}`,
    `To: ${canary} <${bo}>,`,
    `\t${cid}`,
    'Date: Tue, 5 Mar 2024 08:15:00 +0200 (EET)',
    `X-Note: ${canary}`,
    '',
    `From here on it is a body: ${words}`,
    '',
    'From bo Wed Mar  6 09:00:00 2024',
    `From: ${bo}`,
    `To: ${ann}`,
    'Date: Wed, 6 Mar 2024 09:00:00 +0200',
    '',
    words,
    '',
    'From ann Wed Mar  6 09:00:00 2024',
    'Message-ID: <1@mill>',
    `From: ${ann}`,
    `To: ${bo}`,
    '',
    canary,
    '',
  ].join('\r\n')
