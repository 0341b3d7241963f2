import type { ProgrammeEvent } from './messages.ts';
import { programme, type Programme } from './rules.ts';

export const programmeWithoutPreview = (state: Programme): Programme => ({
  ...state,
  preview: programme.initial.preview,
});

export const redactProgramme = (event: ProgrammeEvent): ProgrammeEvent | null =>
  event.type === 'previewSet' ? null : event;
