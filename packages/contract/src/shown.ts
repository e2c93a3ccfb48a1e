/** What a person may choose to show beyond name, title and unit. */
export const shownOfPerson = [
  'does',
  'experience',
  'manager',
  'occupation',
  'email',
  'history',
  'communities',
  'contributions',
] as const
