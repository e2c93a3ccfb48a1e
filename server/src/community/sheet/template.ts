import type { Role } from '@mortar/contract/community'
import type { SheetAct, SheetContent, SheetFieldKind } from '@mortar/contract/community-sheets'

/** English and Finnish, in this order. */
export type Said = readonly [en: string, fi: string]

/** What a community already says of itself when a sheet is started. */
export interface Known {
  domain: string
  about: string
  notAbout: string
  purpose: string
  conventions: string
  rhythm: string
  holders: ReadonlyMap<Role, readonly string[]>
}

export interface TemplateOption {
  readonly id: string
  readonly label: Said
  /** Where it is done in earnest. */
  readonly act?: SheetAct
}

export interface TemplateField {
  readonly id: string
  readonly kind: SheetFieldKind
  readonly label: Said
  readonly how?: Said
  readonly options?: readonly TemplateOption[]
  /** A day on which somebody has to see to it. */
  readonly due?: true
  /** What stands in it from the beginning. */
  readonly begin?: (known: Known) => SheetContent[string] | undefined
}

export interface TemplateSection {
  readonly id: string
  readonly title: Said
  readonly how?: Said
  readonly fields: readonly TemplateField[]
}

/** A form that communities fill in: one file each, kept as data. */
export interface Template {
  readonly id: string
  readonly name: Said
  readonly what: Said
  /** Who starts it and writes in it: every member, or those who carry the community. */
  readonly by: 'members' | 'roles'
  readonly sections: readonly TemplateSection[]
}

export const inLanguage = ([en, fi]: Said, language: string): string => (language === 'fi' ? fi : en)

/** Field ids stand for themselves over all sections of a template. */
export const fieldsOf = ({ sections }: Template): readonly TemplateField[] => sections.flatMap(({ fields }) => fields)
