import { api } from '#app/api.ts'
import { type Choice, toast } from '#ui/index.ts'

/** Adds a topic to a community that one is a member of; where that is refused, it says why. */
export async function addTopic(community: string, name: string): Promise<Choice | undefined> {
  try {
    const body = { name, parent: null }
    const { id } = await api('POST /communities/{community}/topics', { params: { community }, body })
    return { id, name }
  } catch (refused) {
    toast((refused as Error).message)
    return undefined
  }
}
