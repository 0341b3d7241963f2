import type { ProgrammeEvent } from './messages.ts';
import { emptyProgramme, type Programme } from './rules.ts';

export const programmeWithoutPreview = (state: Programme): Programme => ({
  ...state,
  preview: emptyProgramme.preview,
  previewLayout: emptyProgramme.previewLayout,
});

export const redactProgramme = (event: ProgrammeEvent): ProgrammeEvent | null =>
  event.type === 'previewSet' || event.type === 'layoutPreviewed' ? null : event;
