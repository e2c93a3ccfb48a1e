/** What the example's learning lead plans for the months to come. */
export function planOf(now: Date) {
  return {
    name: 'Learning in the months to come',
    rules: {
      from: now.toISOString().slice(0, 7),
      months: 3,
      minutesPerMonth: 90,
      minutesForANeed: 240,
      itemsPerTopic: 1,
      cut: 9,
    },
    note: 'The last one waits: the ward has enough to do.',
  }
}
