/** A folder that holds an organization: lines of JSON for programs, Markdown for people, files as they were. */
export const format = 'mortar-archive-1'

export interface Manifest {
  format: string
  mortar: string
  at: string
  migration: string
  tables: Record<string, number>
  files: number
  leftOut: Record<string, string>
}

/** What an archive does not carry, and why. */
export const leftOut: Record<string, string> = {
  account: 'sign-in: people are invited anew',
  credential: 'passwords',
  session: 'sessions',
  verification: 'sign-in under way',
  passkey: 'passkeys belong to one address',
  sign_in_rate: 'counts of sign-in attempts',
  sign_in_link: 'one-time links',
  personal_token: 'tokens',
  erasure: 'who was erased is a former colleague in every archive',
  erasure_mark: 'kept where people were erased',
  draft: 'what people are still writing is theirs alone',
  idempotency: 'repeated requests of a day',
  file_removal: 'still to be deleted from the storage of files',
  community_units: 'counted anew from the rest',
  inquiry_page: 'made anew from the rest',
  search_entry: 'made anew from the rest',
  search_level: 'made anew from the rest',
  search_word: 'made anew from the rest',
  activity_reader: 'made anew from the rest',
  trace_choice: 'agreed to where the traces are; in another place people are asked anew',
  trace_identity: 'made anew when traces are imported',
  trace_import: 'tells of traces that stay where they were imported',
  trace_import_piece: 'files under way',
  tie_week: 'aggregates of traces stay where they were imported',
  artefact: 'aggregates of traces stay where they were imported',
  artefact_week: 'aggregates of traces stay where they were imported',
  survey_person: 'who was asked stays where it was asked',
  survey_answer: 'answers were given in confidence',
  discovery_run: 'computed from traces, made anew',
  found_community: 'computed from traces, made anew',
  found_person: 'computed from traces, made anew',
  own_position: 'computed from traces, made anew',
  position_sharing: 'said of a position that was computed from traces',
  reorganization: 'computed from traces, made anew',
  discovery_schedule: 'set anew where traces are imported',
  tie_pattern: 'computed from traces, made anew',
  indicator_edition: 'computed from what happened, made anew',
  unit_edition: 'computed from what happened, made anew',
  pulse_rhythm: 'set anew where people say yes to pulses',
  indicator_news: 'made anew from the rest',
  pulse_choice: 'a yes holds where it was said: in another place people are asked anew',
  pulse_wave: 'told in confidence, to those who were asked',
  pulse_token: 'answers were given in confidence',
  pulse_held: 'answers were given in confidence',
  pulse_answer: 'answers were given in confidence',
  unit_tie: 'computed from traces, made anew',
  recognition: 'asked in confidence',
  recognition_question: 'asked in confidence',
  experiment_run: 'carried out again where it is asked for',
  experiment_rows: 'computed from the plan, made anew',
  need: 'noted in private',
  need_share: 'shared with those who are here',
  learning_decline: 'what somebody put aside is theirs alone',
  learning_done: 'what somebody learned is theirs alone',
  needs_assessment_person: 'who was asked stays where it was asked',
  needs_assessment_answer: 'answers were given in confidence',
  flow_plan_version: 'holds counts of the people who were here',
  flow_plan: 'goes with its versions',
  pairing_choice: 'a yes holds where it was said: in another place people are asked anew',
  pairing_want: 'said in confidence, where rounds of pairs are held',
  pairing_offer: 'said in confidence, where rounds of pairs are held',
  pairing_round: 'goes with its pairs',
  pairing_pair: 'is between two people',
  pairing_part: 'is between two people',
  pairing_topic: 'is between two people',
  learning_import: 'tells of files that were brought in here',
  migration: 'the version is in the manifest',
}

/** Columns that a database gives anew. */
export const ownColumns = (table: string, columns: string[]) =>
  columns.filter((column) => !(table === 'activity' && column === 'transaction'))
