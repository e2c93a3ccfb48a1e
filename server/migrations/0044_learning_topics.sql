-- What was asked stays as it was asked: a closed assessment keeps its topics, though one of them became another since.
alter table needs_assessment_topic drop constraint needs_assessment_topic_topic_id_fkey;
alter table needs_assessment_answer drop constraint needs_assessment_answer_topic_id_fkey;
