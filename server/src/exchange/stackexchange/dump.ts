import { existsSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { Failure } from '#platform/failure.ts'

/** The files of a dump. Posts are all it needs. */
export interface Dump {
  posts: string
  users: string | undefined
  comments: string | undefined
  votes: string | undefined
}

/** The dump in a folder, or around its Posts.xml. */
export function dumpAt(path: string): Dump {
  if (!existsSync(path)) throw new Failure(`There is nothing at "${path}".`, 'usage')
  const folder = statSync(path).isDirectory() ? path : dirname(path)
  const posts = folder === path ? join(folder, 'Posts.xml') : path
  if (!existsSync(posts))
    throw new Failure(
      `There is no Posts.xml in "${path}". Unpack the dump there, or name the folder that has it.`,
      'usage',
    )
  const beside = (name: string) => (existsSync(join(folder, name)) ? join(folder, name) : undefined)
  return { posts, users: beside('Users.xml'), comments: beside('Comments.xml'), votes: beside('Votes.xml') }
}
