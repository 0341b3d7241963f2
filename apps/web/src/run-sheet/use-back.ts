import type { Live } from '@diemcau/domain/live';

import type { Names } from '../live/index.ts';
import { useWords } from '../ui/index.ts';
import { calledAt, sheetRows, hallOf } from './rows.ts';
import { type TakeBack, takeBackOf } from './take-back.ts';
import { useRowTexts } from './use-texts.ts';
import { runSheetWords } from './words.ts';

/** What may be taken back, with the words for what it was; null when nothing. */
export const useBack = (live: Live, names: Names): (TakeBack & { readonly said: string }) | null => {
  const words = useWords(runSheetWords).back;
  const texts = useRowTexts();
  const back = takeBackOf(live);
  if (back === null) return null;
  const { turn, ended } = live.floor;
  const said = () => {
    if (back.command.type === 'runSheet.takeBack') {
      const { rowId } = back.command;
      const row = sheetRows(live, names).find((each) => each.rowId === rowId);
      return row ? texts.line(row) : '';
    }
    if (back.of === 'step') return turn ? words.called(texts.who(calledAt(hallOf(live), names, turn))) : '';
    return ended ? words.ended(texts.who(calledAt(hallOf(live), names, ended.turn))) : '';
  };
  return { ...back, said: said() };
};
