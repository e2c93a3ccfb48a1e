const listed = (columns: string) => new Set(columns.trim().split(/\s+/))

/** Columns from which whoever is erased goes: the row, or the reference. */
export const goes = listed(`
  account.person_id active_day.person_id asked_person.person_id bookmark.person_id draft.person_id following.person_id
  found_person.person_id greeting.person_id inbox_line.person_id interest.person_id invitation.person_id invitation_reply.person_id join_request.person_id
  knowledge_office.person_id learning_decline.person_id learning_done.person_id learning_item.person_id membership.person_id
  need.person_id need_share.mentor_id needs_assessment_answer.person_id needs_assessment_person.person_id own_position.person_id past_membership.person_id
  pairing_choice.person_id pairing_offer.person_id pairing_part.person_id pairing_want.person_id
  personal_token.person_id position.manager_id position_sharing.person_id practice.steward_id sign_in_link.person_id
  pulse_choice.person_id
  survey_answer.other_id survey_answer.person_id trace_choice.person_id trace_identity.person_id unit_manager.person_id
`)

/**
 * Columns in which the id of somebody who was erased stays, and nothing else of them: that something happened, by whom it
 * was said, and that it is counted. A new column that refers to people belongs here or above, and in its room's erasure.
 */
export const staysById = listed(`
  activity.actor_id activity.detail activity.person_ids activity.subject_id adoption.by_id application.person_id
  asked_person.by_id audit.actor_id audit.subject_id change_proposal.by_id change_proposal.decided_by charter.by_id
  community.closed_by community.created_by contribution.by_id contribution.helped_by contribution.hidden_by
  discovery_run.by_id discovery_schedule.by_id experiment.by_id experiment_run.by_id inquiry_page.person_ids
  inquiry_page.shown erasure.decided_by erasure.ended_by erasure.person_id
  erasure_mark.person_id escalation.delegate_id escalation.manager_id escalation.sent_by escalation_move.by_id
  form_change.by_id maturity_answer.by_id maturity_assessment.begun_by maturity_assessment.ended_by sheet.started_by
  sheet_version.by_id sheet_version.content stage_move.by_id
  escalation_move.from_id escalation_move.to_id feed.added_by imperative.carrier_id imperative.ended_by imperative.made_by
  imperative_service.by_id signal.added_by triage.by_id triage.undone_by file.uploaded_by flow_plan.by_id flow_plan.used_by flow_plan_version.by_id greeting.by_id inbox_line.actor_id inbox_line.subject_id
  inquiry.asked_by inquiry.hidden_by
  invitation.by_id join_request.decided_by learning_import.by_id learning_import.undone_by
  learning_item.added_by learning_item.law_by learning_item.retired_by needs_assessment.made_by me_too.person_id move.by_id news.actor_id news.other_actor_id
  organization_import.by_id organization_import.undone_by pairing_round.by_id person.id position.person_id practice.hidden_by practice.made_by
  practice.verified_by practice_move.by_id practice_redaction.by_id practice_revision.by_id practice_revision.taken_by pulse_wave.opened_by
  resource.by_id valuation.by_id value_report.made_by value_report_version.by_id value_story.by_id page_redaction.by_id pulse_rhythm.set_by
  signal.hidden_by escalation.hidden_by imperative.hidden_by value_story.hidden_by value_report.hidden_by sheet.hidden_by sheet.discarded_by
  recognition.started_by recognition_question.person_id redaction.by_id reorganization.by_id report.by_id
  report.decided_by resolution.by_id resolution.ended_by run.ended_by run.started_by run_step.done_by sign_in_link.made_by
  survey.created_by survey_person.person_id thanks.person_id topic_merge.by_id topic_merge.undone_by trace_identity.decided_by trace_import.by_id
  trace_source.created_by unit_proposal.by_id validation.by_id verification_act.by_id wording.by_id
`)
