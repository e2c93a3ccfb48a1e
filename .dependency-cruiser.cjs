// The architecture, written once: a room may import only from rooms on earlier lines.
const rooms = [
  ['platform'],
  ['activity'],
  ['organization'],
  ['community'],
  ['inquiry', 'gathering', 'narration'],
  ['practice'],
  ['learning', 'sensing'],
  ['network'],
  ['measurement'],
  ['order'],
  ['attention', 'search'],
  ['desk'],
  ['lab'],
  ['erasure'],
  ['exchange'],
]
const server = (names) => `^server/src/(${names.join('|')})/`

const looksOnlyBack = rooms.map((line, n) => ({
  name: `${line.join('-')}-looks-only-back`,
  severity: 'error',
  from: { path: server(line) },
  to: { path: server(rooms.slice(n).flat()), pathNot: '^server/src/$1/' },
}))

const forbid = (name, from, to, pathNot) => ({
  name,
  severity: 'error',
  from,
  to: { path: to, ...(pathNot && { pathNot }) },
})

module.exports = {
  forbidden: [
    { name: 'no-circles', severity: 'error', from: {}, to: { circular: true } },
    // Another room is entered by its index.ts; platform is a shelf, not a room.
    forbid('enter-by-the-door', { path: '^server/src/([^/]+)/' }, '^server/src/[^/]+/', [
      '^server/src/$1/',
      '^server/src/platform/',
      '/index\\.ts$',
    ]),
    forbid(
      'rooms-know-no-main',
      { path: '^server/src/[^/]+/', pathNot: '^server/src/cli/|\\.test\\.ts$|/tests?/' },
      '^server/src/(main|rooms|app)\\.ts$',
    ),
    forbid('nobody-knows-the-command-line', { path: '^server/src/', pathNot: '^server/src/cli/' }, '^server/src/cli/'),
    forbid('graph-is-pure', { path: '^packages/graph/src', pathNot: '\\.test\\.' }, '.', '^packages/graph/src'),
    forbid(
      'simulation-is-pure',
      { path: '^packages/simulation/src', pathNot: '\\.test\\.|^packages/simulation/src/workers/node/' },
      '.',
      ['^packages/(graph|simulation)/src', 'zod'],
    ),
    // Threads are the host's: what computes knows none, and only Node's own door knows Node.
    forbid(
      'simulation-knows-no-workers',
      { path: '^packages/simulation/src', pathNot: '\\.test\\.|^packages/simulation/src/workers/' },
      '^packages/simulation/src/workers/',
    ),
    forbid(
      'simulation-knows-node-by-its-threads',
      { path: '^packages/simulation/src/workers/node/', pathNot: '\\.test\\.' },
      '.',
      ['^packages/simulation/src', '^(node:)?(os|worker_threads)$'],
    ),
    forbid('traces-is-pure', { path: '^packages/traces/src', pathNot: '\\.test\\.|/test/' }, '.', [
      '^packages/traces/src',
      '^node_modules/ical\\.js/',
    ]),
    // What a plan, a picture and a round of pairs are reckoned by: plain lists in, plain lists out.
    forbid(
      'learning-reckons-purely',
      { path: '^server/src/learning/(flow|regions|pairing)/', pathNot: '\\.test\\.' },
      '.',
      ['^server/src/learning/(flow|regions|pairing|solver)', '^node_modules/highs/'],
    ),
    forbid('contract-is-alone', { path: '^packages/contract/src' }, '.', ['^packages/contract/src', 'zod']),
    forbid('client-and-server-meet-in-the-contract', { path: '^(client|server)/' }, '^(client|server)/', '^$1/'),
    forbid('ui-knows-no-domain', { path: '^client/src/ui/' }, '^client/src/', '^client/src/ui/'),
    ...looksOnlyBack,
  ],
  options: {
    parser: 'swc',
    tsPreCompilationDeps: true,
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(^|/)dist/' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default'],
      extensions: ['.ts', '.tsx', '.js', '.json'],
    },
  },
}
