/** What may be done with an assessment, of a community or of the organization. */
export interface MaturityActs {
  begin: () => Promise<unknown>
  answer: (question: string, body: { level: number; why: string; before: number | null }) => Promise<unknown>
  end: () => Promise<unknown>
}
