/** Why a file as a whole is not read. */
export type Unreadably =
  /** It ends too early, or is damaged. */
  | 'zipCut'
  | 'zipEncrypted'
  /** A whole archive, but of something else. */
  | 'zipOther'
  | 'gitOther'
  | 'mattermostOther'
  /** It is not what its name says. */
  | 'notAsNamed'
  /** A form that nothing here reads. */
  | 'noForm'

/** A file that is not read, and why. */
export class Unreadable extends Error {
  readonly why: Unreadably

  constructor(why: Unreadably) {
    super(why)
    this.why = why
  }
}
