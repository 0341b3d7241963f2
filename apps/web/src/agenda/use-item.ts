import { liveOf, type LiveConnection, namesOf, useLiveState } from '../live/index.ts';
import { useWords } from '../ui/index.ts';
import { currentItem } from './current.ts';
import { agendaWords } from './words.ts';

/** "Mục 3/7 · Thảo luận" for the bar of a live screen; null while there is no current item. */
export const useItemLine = (connection: LiveConnection): string | null => {
  const words = useWords(agendaWords);
  const live = useLiveState(connection, liveOf);
  const names = useLiveState(connection, namesOf);
  const item = live && currentItem(live, names.titles);
  return item && words.item(item.number, String(item.of), item.title);
};
