export { exportArchive } from './archive/export.ts'
export { importArchive } from './archive/import.ts'
export { backup, type BackupReport } from './backup/backup.ts'
export { restore } from './backup/restore.ts'
export { loadExample } from './example/load.ts'
export { talkHere } from './queries.ts'
export {
  type AskedImport,
  importStackExchange,
  type StackExchangeReport,
  type TellStep,
} from './stackexchange/index.ts'
export { upgrade } from './upgrade/upgrade.ts'
