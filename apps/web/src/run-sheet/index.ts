/** The run sheet on the pages: its rows, what "Tiếp" will do, the chair's words, and editing. */
export { cueOfRow, sheetCue, type SheetCue } from './cue.ts';
export { type ChosenSite, type RowTarget } from './row-draft.ts';
export { RowEditor, type RowKit } from './RowEditor.tsx';
export { ImportDialog } from './ImportDialog.tsx';
export { importWords } from './import-words.ts';
export { NotesPanel } from './NotesPanel.tsx';
export { plannedStarts } from './plan-times.ts';
export { type RowActs, RowMenu } from './RowMenu.tsx';
export { planRows, sectionsOf, sheetRows, type SheetRow } from './rows.ts';
export { SheetTable } from './SheetTable.tsx';
export { SheetPanel } from './SheetPanel.tsx';
export {
  effectsOf,
  moveRowCommand,
  nextRowCommand,
  reserveCommand,
  rowStep,
  type RowStep,
  slotCommand,
  slottedRequests,
} from './steps.ts';
export { useBack } from './use-back.ts';
export { useSay } from './use-say.ts';
export { useSheet } from './use-sheet.ts';
export { useEffectText, useRowTexts } from './use-texts.ts';
export { runSheetWords } from './words.ts';
