import type { SurveyTemplate } from '@mortar/contract/network-survey'
import { sentence } from '#platform/words.ts'

const shapes = [
  { id: 'help', questions: ['stuck'] },
  { id: 'ideas', questions: ['stuck', 'new'] },
  { id: 'across', questions: ['outside', 'missing'] },
] as const

/** Surveys to begin with: titled in the reader's language, worded in both. */
export const templatesFor = (language: string): SurveyTemplate[] =>
  shapes.map(({ id, questions }) => ({
    id,
    name: sentence(language, `network:surveyTemplate.${id}.name`),
    purpose: sentence(language, `network:surveyTemplate.${id}.purpose`),
    questions: questions.map((question) => ({
      id: question,
      text: {
        en: sentence('en', `network:surveyQuestion.${question}`),
        fi: sentence('fi', `network:surveyQuestion.${question}`),
      },
    })),
  }))
