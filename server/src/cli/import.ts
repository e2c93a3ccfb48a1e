import { command } from './frame/command.ts'
import { importArchiveFolder } from './import-archive.ts'
import { importLearningCatalogue } from './import-catalogue.ts'
import { importOrganization } from './import-organization.ts'
import { importStackexchange } from './import-stackexchange.ts'
import { importSurvey } from './import-survey.ts'
import { importTraces } from './import-traces.ts'

/** Everything that can be brought in, each kind a command of its own. */
export const importing = () =>
  command('import', 'Brings in an organization, or what was said elsewhere', [
    ['mortar import organization people.csv', 'people and units, from a list of who reports to whom'],
    ['mortar import traces mail.csv --dry-run', 'who turned to whom, from the head of mails'],
    ['mortar import survey advice.csv --source Survey', 'who turns to whom, from a survey done elsewhere'],
    ['mortar import catalogue courses.csv --dry-run', 'learning items, from a list of courses'],
    ['mortar import stackexchange cooking/ --community Cooks', 'questions and answers, from a dump'],
    ['mortar import organization --help', 'how that is used'],
  ])
    .addCommand(importOrganization())
    .addCommand(importStackexchange())
    .addCommand(importTraces())
    .addCommand(importSurvey())
    .addCommand(importLearningCatalogue())
    .addCommand(importArchiveFolder())
