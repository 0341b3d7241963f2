import { floorWords, siteText, type TurnView, whoText } from '../../floor/index.ts';
import { inSentence } from '../../live/index.ts';
import { useAnnounceChange, useWords } from '../../ui/index.ts';
import { moderatorWords } from './words.ts';

/** Says to assistive technology who has the floor, when a site on air is missing, and when it is back. */
export const useTurnAnnouncements = (turn: TurnView | null): void => {
  const words = useWords(moderatorWords);
  const floor = useWords(floorWords);
  const site = turn === null ? '' : inSentence(siteText(turn.site, floor));
  const speaking = turn === null ? words.hallOnAir : words.speaking(whoText(turn.person, turn.site, floor), site);
  useAnnounceChange(speaking);
  const interruption = turn?.interruption ?? 'none';
  const missing = interruption === 'lost' ? words.lost(site) : interruption === 'back' ? words.back(site) : null;
  useAnnounceChange(missing, 'assertive');
};
