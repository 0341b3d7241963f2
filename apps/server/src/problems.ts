import { agendaProblems } from '@diemcau/domain/agenda';
import { asideProblems } from '@diemcau/domain/aside';
import { attendanceProblems } from '@diemcau/domain/attendance';
import { conferenceProblems, preparationProblems } from '@diemcau/domain/conference';
import { floorProblems } from '@diemcau/domain/floor';
import { soundProblems } from '@diemcau/domain/live';
import { messageProblems } from '@diemcau/domain/message';
import { minutesProblems } from '@diemcau/domain/minutes';
import { organisationProblems } from '@diemcau/domain/organisation';
import { programmeProblems } from '@diemcau/domain/programme';
import { runSheetProblems } from '@diemcau/domain/run-sheet';
import { seatProblems } from '@diemcau/domain/seat';
import { supportProblems } from '@diemcau/domain/support';
import { wireProblems } from '@diemcau/domain/wire';
import { httpProblems } from './platform/http/index.ts';

/** Every code that the server answers with, each with its status and both sentences. */
export const allProblems = {
  ...httpProblems,
  ...conferenceProblems,
  ...preparationProblems,
  ...agendaProblems,
  ...runSheetProblems,
  ...asideProblems,
  ...attendanceProblems,
  ...floorProblems,
  ...messageProblems,
  ...minutesProblems,
  ...programmeProblems,
  ...organisationProblems,
  ...seatProblems,
  ...soundProblems,
  ...supportProblems,
  ...wireProblems,
} as const;
export type ProblemCode = keyof typeof allProblems;

export const problemOf = (code: string) => {
  const sentences = Object.entries(allProblems).find(([known]) => known === code)?.[1];
  if (!sentences) throw new Error(`no sentences for the code ${code}`);
  return sentences;
};
