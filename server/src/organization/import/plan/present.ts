/** What is known of the organization before an import. */
export interface Present {
  people: PresentPerson[]
  /** Positions held now or later, the newest of a person first. */
  positions: PresentPosition[]
  /** The last position of each person who holds none any more. */
  former: PresentPosition[]
  units: PresentUnit[]
  managers: PresentManager[]
}

export interface PresentPerson {
  id: string
  key: string | null
  email: string | null
  name: string
  occupation: string | null
  leftOn: string | null
}

export interface PresentPosition {
  id: string
  personId: string
  unitId: string | null
  title: string | null
  managerId: string | null
  fromDay: string
  toDay: string | null
}

export interface PresentUnit {
  id: string
  key: string | null
  name: string
  parentId: string | null
}

export interface PresentManager {
  unitId: string
  personId: string
  derived: boolean
}
