import type { ProgrammeEvent } from './messages.ts';
import { programme, type Programme } from './rules.ts';

export const programmeWithoutPreview = (state: Programme): Programme => ({
  ...state,
  preview: programme.initial.preview,
  previewLayout: programme.initial.previewLayout,
});

export const redactProgramme = (event: ProgrammeEvent): ProgrammeEvent | null =>
  event.type === 'previewSet' || event.type === 'layoutPreviewed' ? null : event;
