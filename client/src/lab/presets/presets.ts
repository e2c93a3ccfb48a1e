import type { Model, Study } from '@mortar/simulation'
import { studies } from '@mortar/simulation'
import { textOf } from '../plan/address.ts'
import { askable } from '../plan/fields.ts'

/** What was published of a model, to begin from. */
export const presetsOf = (model: Model): readonly Study[] => studies.filter((study) => study.model.name === model.name)

/** The search of the address for a preset: its settings and no other; without a preset all as published. */
export function presetSearch(model: Model, study: Study | undefined): Record<string, string | undefined> {
  const settings = study?.settings ?? {}
  return {
    ...Object.fromEntries(
      askable(model).map((field) => [
        field.name,
        field.name in settings ? textOf(field, settings[field.name]) : undefined,
      ]),
    ),
    study: study?.name,
  }
}
