import type { AttendingSite } from '@diemcau/domain/attendance';
import { foldText } from '@diemcau/domain/kernel';

import { matching } from '../ui/index.ts';

/** Communes to be looked through: those that have not answered first, else in the order of the conference. */
export const communesShown = (
  communes: readonly AttendingSite[],
  query: string,
  onlyWaiting: boolean,
): readonly AttendingSite[] => {
  const waiting = communes.filter(({ answer }) => answer === null);
  const inOrder = onlyWaiting ? waiting : [...waiting, ...communes.filter(({ answer }) => answer !== null)];
  return matching(inOrder, query, ({ name, code }) => `${name} ${code}`, foldText);
};

export const answeredOf = (communes: readonly AttendingSite[]): number =>
  communes.filter(({ answer }) => answer !== null).length;
