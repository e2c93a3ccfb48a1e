/** Which room alone writes each table. Others read it, or ask the room. */
const tables = {
  platform: 'file file_content file_removal idempotency migration',
  activity: 'active_day activity activity_reader audit news',
  organization: `account credential erasure_mark knowledge_office occupation organization_import organization_import_change
    name_word organization_import_file organization_import_line passkey person personal_token position session setting sign_in_link
    sign_in_rate unit unit_history unit_manager verification`,
  community: `charter community community_units form_change greeting invitation invitation_reply join_request membership past_membership sheet
    sheet_version stage_move topic`,
  inquiry: `asked_person attachment bookmark contribution draft inquiry inquiry_community inquiry_page inquiry_topic me_too move redaction
    report resolution thanks wording`,
  practice: `adoption application change_proposal practice practice_file practice_move practice_redaction practice_revision practice_source
    practice_topic run run_step unit_proposal validation verification_act`,
  learning: `flow_plan flow_plan_version interest learning_decline learning_done learning_import learning_item learning_item_topic need need_share needs_assessment
    needs_assessment_answer needs_assessment_person needs_assessment_topic pairing_choice pairing_offer pairing_pair pairing_part
    pairing_round pairing_topic pairing_want topic_merge`,
  sensing: 'escalation escalation_move feed imperative imperative_service signal triage',
  network: `artefact artefact_week discovery_run discovery_schedule found_community found_person own_position position_sharing recognition recognition_question reorganization survey survey_answer
    survey_person tie_pattern tie_week trace_choice trace_identity trace_import trace_import_piece trace_source unit_tie`,
  measurement: `indicator_edition indicator_news maturity_answer maturity_assessment pulse_answer pulse_choice pulse_held pulse_token
    pulse_wave resource valuation value_report value_report_version value_story unit_edition pulse_rhythm`,
  order: 'page_redaction',
  attention: 'following inbox_line',
  lab: 'experiment experiment_rows experiment_run',
  erasure: 'erasure',
  search: 'search_entry search_level search_word',
} as const

export const ownerOf = new Map<string, string>(
  Object.entries(tables).flatMap(([room, names]) => names.split(/\s+/).map((table) => [table, room] as const)),
)
