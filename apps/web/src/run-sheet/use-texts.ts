import type { AgendaItemId, Layout } from '@diemcau/domain/kernel';
import { useMemo } from 'react';

import { honorificInSentence, inSentence, type Names, placeOf } from '../live/index.ts';
import { layoutName, layoutWords } from '../live/layout-words.ts';
import { speechKindWords } from '../live/speech-kinds.ts';
import { useFormats, useWords } from '../ui/index.ts';
import type { Called, SheetRow } from './rows.ts';
import type { Effect } from './steps.ts';
import { runSheetWords } from './words.ts';

const lowerFirst = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1);

/** How rows and their speakers are called in the language of the interface. */
export const useRowTexts = () => {
  const words = useWords(runSheetWords);
  const layouts = useWords(layoutWords);
  const { label } = useWords(speechKindWords);
  return useMemo(() => {
    const place = ({ site, isHall }: Called): string => {
      if (isHall) return words.hall;
      return site === null ? words.unnamed : placeOf(site);
    };
    const who = (called: Called): string =>
      called.person === null
        ? `${words.unnamed} · ${place(called)}`
        : `${called.person.honorific} ${called.person.name}`;
    const whoInSentence = (called: Called): string =>
      called.person === null
        ? inSentence(place(called))
        : `${honorificInSentence(called.person.honorific)} ${called.person.name}`;
    const kind = ({ kind: of, speechKind }: SheetRow): string =>
      speechKind === null ? words.kind[of] : label[speechKind];
    /** What is seen, of a layout other than one picture: "Lưới 4 hình (tỉnh Thái Nguyên, …)". */
    const layoutText = (layout: Layout, sites: readonly Called[]): string => {
      const name = layoutName(layouts, layout);
      return sites.length === 0 ? name : words.mosaic(name, sites.map((site) => inSentence(place(site))).join('; '));
    };
    const layoutLine = ({ layout, layoutSites }: SheetRow): string | null =>
      layout === null ? null : words.layout(lowerFirst(layoutText(layout, layoutSites)));
    /** "Phim: Quốc ca"; said also when its file is nowhere yet, while that matters. */
    const filmLine = ({ film, state }: SheetRow): string | null => {
      if (film === null) return null;
      const isAhead = state !== 'done' && state !== 'now';
      return isAhead && !film.loaded ? words.filmNotLoaded(film.title) : words.film(film.title);
    };
    /** The row in one line, for a button or an announcement. */
    const line = (row: SheetRow): string =>
      row.speaker === null ? kind(row) : `${who(row.speaker)}, ${inSentence(place(row.speaker))}`;
    return { place, who, whoInSentence, kind, line, layoutText, layoutLine, filmLine };
  }, [words, layouts, label]);
};

/** What "Tiếp" will do, in one sentence. */
export const useEffectText = (names: Names, numbers: ReadonlyMap<AgendaItemId, string>) => {
  const words = useWords(runSheetWords).effect;
  const texts = useRowTexts();
  const { number } = useFormats();
  const say = (effect: Effect): string => {
    switch (effect.kind) {
      case 'open':
        return words.open;
      case 'resume':
        return words.resume;
      case 'pause':
        return effect.minutes === null ? words.pause : words.pauseFor(String(effect.minutes));
      case 'item':
        return words.item(numbers.get(effect.itemId) ?? '', names.titles[effect.itemId] ?? '');
      case 'end':
        return words.end(texts.whoInSentence(effect.who));
      case 'invite': {
        const who = texts.whoInSentence(effect.who);
        return effect.limitSeconds === null
          ? words.invite(who)
          : words.inviteFor(who, number(effect.limitSeconds / 60));
      }
      case 'picture':
        return words.picture(inSentence(texts.place(effect.of)));
      case 'film':
        return words.film[effect.how](effect.title);
      case 'filmEnds':
        return words.filmEnds;
      case 'layout':
        return words.layout(lowerFirst(texts.layoutText(effect.layout, effect.sites)));
    }
  };
  return (effects: readonly Effect[]): string => {
    const said = effects.length === 0 ? words.words : effects.map(say).join('; ');
    return `${said.charAt(0).toUpperCase()}${said.slice(1)}.`;
  };
};
