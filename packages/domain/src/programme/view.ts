import type { ProgrammeEvent } from './messages.ts';
import { isLoadingEvent } from './film.ts';
import { isPollingEvent } from './polling.ts';
import { emptyProgramme, type Programme } from './rules.ts';

export const programmeWithoutPreview = (state: Programme): Programme => ({
  ...state,
  preview: emptyProgramme.preview,
  previewLayout: emptyProgramme.previewLayout,
  polling: null,
  loaded: [],
});

export const redactProgramme = (event: ProgrammeEvent): ProgrammeEvent | null =>
  event.type === 'previewSet' || event.type === 'layoutPreviewed' || isPollingEvent(event) || isLoadingEvent(event)
    ? null
    : event;
