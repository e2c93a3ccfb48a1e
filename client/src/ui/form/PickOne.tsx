import { Picker, type PickerProps } from './Picker.tsx'

/** Chooses the one that there must be, from what is offered before anything is typed. */
export const PickOne = (props: Omit<PickerProps, 'suggest' | 'max' | 'required'>) => (
  <Picker {...props} suggest max={1} required />
)
