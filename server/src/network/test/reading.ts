import { openDatabase, openPool } from '#platform/database.ts'
import { importTraceFiles } from '../traces/from-files.ts'

/** Reads a file into a source in a process of its own, which a test kills. */
const [url, path, source, often] = process.argv.slice(2) as [string, string, string, string]
const db = openDatabase(openPool({ connectionString: url }, 3))
await importTraceFiles(db, { paths: [path], source }, { often: Number(often) })
await db.destroy()
