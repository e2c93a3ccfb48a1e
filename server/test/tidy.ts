import { afterAll } from 'vitest'
import { dropDatabases } from './database.ts'
import { removeFolders } from './start/mortar.ts'

// Runs before each test file. Registered first, these are called last: whatever uses a database is closed by then.
afterAll(dropDatabases)
afterAll(removeFolders)
