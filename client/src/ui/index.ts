/**
 * The parts every page is made of. They know no domain: words, addresses and acts come in as properties.
 *
 * Frame     Page (title, lead, actions, side) · Section · AddressTabs, useTab (`?view=`) · useAddress, useChangedAddress,
 *           useShownAddress (search of the address; the last for a list below a field)
 *           Wide (what may be wider than the screen)
 * Links     Go (a link from `paths`) · useGo (after an act) · GoOn (instead of a page)
 * Waiting   ListSkeleton · PageSkeleton        Nothing   EmptyState        Refused   Refusal
 * Marks     Mark (shape, word and colour) · EvidenceDots · CommunityTag · UnitTag · PersonChip · Initials · Progress · TimeAxis · History (a figure over time)
 * Text      Markdown (rendered by the server) · MarkdownEditor · DiffView
 * Forms     Form, fieldError (messages of an ApiRefusal) · Picker (several, found by typing) · PickOne
 * Lists     DataTable · Pager (`?after=`) · Tree (any size, folds)
 * Acts      actWithUndo, toast · useAct · Dialog, DialogActs · ReasonDialog (an act with words) · Confirm (only where undo is impossible)
 *
 * Buttons and inputs are Mantine's; a Mantine part needs its line in `app/mantine.css`.
 */
export { actWithUndo, ToastRegion } from './act/undo.tsx'
export { Confirm } from './act/Confirm.tsx'
export { Dialog } from './act/Dialog.tsx'
export { DialogActs } from './act/DialogActs.tsx'
export { ReasonDialog, type ReasonDialogProps } from './act/ReasonDialog.tsx'
export { useAct } from './act/use-act.ts'
export { toast } from './act/toasts.ts'
export { type FieldError, fieldError, Form } from './form/Form.tsx'
export { type Choice, Picker } from './form/Picker.tsx'
export { PickOne } from './form/PickOne.tsx'
export { useSearchAhead } from './form/use-search.ts'
export { type Column, DataTable } from './list/DataTable.tsx'
export { Pager } from './list/Pager.tsx'
export { Tree } from './list/Tree.tsx'
export type { TreeNode } from './list/tree-rows.ts'
export { CommunityTag, UnitTag } from './marks/tags.tsx'
export { type Evidence, EvidenceDots } from './marks/EvidenceDots.tsx'
export { Mark, type MarkKind, Shape } from './marks/Mark.tsx'
export { Initials, initialsOf, PersonChip } from './marks/PersonChip.tsx'
export { History } from './marks/History.tsx'
export type { HistoryPoint } from './marks/history.ts'
export { Progress } from './marks/Progress.tsx'
export { type AxisPoint, TimeAxis } from './marks/TimeAxis.tsx'
export { AddressTabs, type Tab, useTab } from './page/AddressTabs.tsx'
export { type Search, useAddress, useChangedAddress, useShownAddress } from './page/address.ts'
export { EmptyState } from './page/EmptyState.tsx'
export { Go, GoOn, useGo } from './page/Go.tsx'
export { Page } from './page/Page.tsx'
export { Wide } from './page/Wide.tsx'
export { Refusal } from './page/Refusal.tsx'
export { Section } from './page/Section.tsx'
export { ListSkeleton, PageSkeleton } from './page/Skeletons.tsx'
export { DiffView } from './text/DiffView.tsx'
export { Markdown } from './text/Markdown.tsx'
export { MarkdownEditor } from './text/MarkdownEditor.tsx'
export { DraftState } from './text/DraftState.tsx'
export { sendAgain } from './text/send-again.ts'
export { useKeeping } from './text/use-keeping.ts'
export type { Mentioned } from './text/mentions.tsx'
