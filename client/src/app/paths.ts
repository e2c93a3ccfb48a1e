/** Every address in the application, so that a link is a function call the compiler can check. */
const at = (...parts: string[]) => `/${parts.map(encodeURIComponent).join('/')}`

const withSearch = (path: string, search: Record<string, string | undefined>) => {
  const given = Object.entries(search).filter((entry): entry is [string, string] => entry[1] !== undefined)
  return given.length === 0 ? path : `${path}?${new URLSearchParams(given)}`
}

export const paths = {
  home: () => '/',
  signIn: (next?: string) => withSearch('/sign-in', { next }),
  start: () => '/start',
  inbox: () => '/inbox',
  me: () => '/me',
  settings: () => '/settings',
  office: () => '/office',
  erasures: () => '/office?view=erasures',
  search: (q?: string) => withSearch('/search', { q }),

  inquiries: (filter: { community?: string; state?: string; topic?: string } = {}) => withSearch('/inquiries', filter),
  ask: (from: { title?: string; community?: string; signal?: string; why?: string } = {}) => withSearch('/ask', from),
  inquiry: (inquiry: string) => at('inquiries', inquiry),
  contribution: (inquiry: string, contribution: string) => `${at('inquiries', inquiry)}#${contribution}`,

  practices: (filter: { community?: string; state?: string } = {}) => withSearch('/practices', filter),
  matrix: () => '/practices/matrix',
  stewardship: () => '/stewardship',
  newPractice: (from: { inquiry?: string; community?: string } = {}) => withSearch('/practices/new', from),
  adaptPractice: (practice: string) => withSearch('/practices/new', { variantOf: practice }),
  practice: (practice: string) => at('practices', practice),
  practiceHistory: (practice: string) => at('practices', practice, 'history'),
  editPractice: (practice: string) => at('practices', practice, 'edit'),
  revisions: (practice: string) => at('practices', practice, 'revisions'),
  takeChange: (practice: string, change: string) => at('practices', practice, 'changes', change),
  run: (practice: string, run: string) => at('practices', practice, 'runs', run),

  communities: (filter: { topic?: string } = {}) => withSearch('/communities', filter),
  newCommunity: () => '/communities/new',
  community: (community: string) => at('communities', community),
  charter: (community: string) => at('communities', community, 'charter'),
  repertoire: (community: string) => at('communities', community, 'practices'),
  members: (community: string) => at('communities', community, 'people'),
  communityCare: (community: string) => at('communities', community, 'care'),
  communityIndicators: (community: string) => at('communities', community, 'indicators'),
  communityStage: (community: string) => at('communities', community, 'stage'),
  communityMaturity: (community: string) => at('communities', community, 'maturity'),
  maturity: () => '/maturity',
  sheets: (community: string) => at('communities', community, 'sheets'),
  sheet: (community: string, sheet: string) => at('communities', community, 'sheets', sheet),
  indicators: () => '/indicators',
  pulse: () => '/pulse',
  answerPulse: (wave: string) => at('pulse', wave),
  communityPulse: (community: string) => at('communities', community, 'pulse'),
  communityValue: (community: string) => at('communities', community, 'value'),
  tellStory: (from: { community?: string; practice?: string; unit?: string; application?: string } = {}) =>
    withSearch('/stories/new', from),
  story: (story: string) => at('stories', story),
  editStory: (story: string) => at('stories', story, 'edit'),
  practiceValue: (practice: string) => at('practices', practice, 'value'),
  valueReports: () => '/reports',
  valueReport: (valueReport: string) => at('reports', valueReport),
  sponsor: () => '/sponsor',
  closeCommunity: (community: string) => at('communities', community, 'close'),
  communitySettings: (community: string) => at('communities', community, 'settings'),

  foundCommunities: () => '/constellation/found',
  found: (found: string) => at('constellation', 'found', found),
  runs: () => '/constellation/runs',
  you: () => '/constellation/you',
  reorganizations: () => '/constellation/reorganizations',
  reorganization: (reorganization: string) => at('constellation', 'reorganizations', reorganization),
  recognition: (recognition: string) => at('recognition', recognition),
  communityInChart: (community: string) => at('constellation', 'communities', community),
  constellation: (from: { within?: string } = {}) => withSearch('/constellation', from),

  organization: () => '/organization',
  importOrganization: () => '/organization/import',
  organizationImport: (importId: string) => at('organization', 'import', importId),
  unit: (unit: string) => at('organization', 'units', unit),
  whatWeRun: (unit: string) => at('organization', 'units', unit, 'practices'),
  person: (person: string) => at('people', person),
  erasure: (person: string) => at('people', person, 'erasure'),

  lab: () => '/lab',
  reproduced: (asked: { model?: string } = {}) => withSearch('/lab/reproduced', asked),
  labModel: (model: string, settings: Record<string, string | undefined> = {}) =>
    withSearch(at('lab', model), settings),
  sweep: (model: string, search: Record<string, string | undefined> = {}) =>
    withSearch(at('lab', model, 'sweep'), search),
  compare: (model: string, search: Record<string, string | undefined> = {}) =>
    withSearch(at('lab', model, 'compare'), search),
  experiment: (experiment: string) => at('lab', 'experiments', experiment),

  surveys: () => '/surveys',
  newSurvey: () => '/surveys/new',
  survey: (survey: string) => at('surveys', survey),
  editSurvey: (survey: string) => at('surveys', survey, 'edit'),
  answerSurvey: (survey: string) => at('surveys', survey, 'answer'),

  learning: () => '/learning',
  learningItems: (filter: { topic?: string } = {}) => withSearch('/learning/items', filter),
  overlap: (from: { sets?: string } = {}) => withSearch('/learning/overlap', from),
  pairs: () => '/learning/pairs',
  plans: () => '/learning/plans',
  plan: (plan: string) => at('learning', 'plans', plan),
  newLearningItem: () => '/learning/items/new',
  learningItem: (item: string) => at('learning', 'items', item),
  assessments: () => '/learning/needs-assessments',
  newAssessment: () => '/learning/needs-assessments/new',
  assessment: (assessment: string) => at('learning', 'needs-assessments', assessment),
  editAssessment: (assessment: string) => at('learning', 'needs-assessments', assessment, 'edit'),
  bringLearning: (kind: 'catalogue' | 'assessment') =>
    withSearch('/learning/bring', { view: kind === 'assessment' ? kind : undefined }),
  learningLead: () => '/learning/lead',

  imperatives: () => '/imperatives',
  imperative: (imperative: string) => at('imperatives', imperative),
  escalations: (filter: { community?: string } = {}) => withSearch('/escalations', filter),
  escalate: (from: { community?: string; inquiry?: string; signal?: string } = {}) =>
    withSearch('/escalations/new', from),
  escalation: (escalation: string) => at('escalations', escalation),
  signals: (filter: { community?: string } = {}) => withSearch('/signals', filter),
  newSignal: (from: { community?: string; title?: string; url?: string } = {}) => withSearch('/signals/new', from),
  signal: (signal: string) => at('signals', signal),
  feeds: (filter: { community?: string } = {}) => withSearch('/signals/feeds', filter),
  manage: () => '/manage',

  sources: () => '/sources',
  source: (source: string) => at('sources', source),
  privacy: () => '/privacy',
}
