import type { RowId, SpeechKind } from '@diemcau/domain/kernel';
import { type Live, nextStep } from '@diemcau/domain/live';
import { rowOf } from '@diemcau/domain/run-sheet';

import { honorificInSentence, inSentence, type Names, placeOf } from '../live/index.ts';
import type { CueSay, SpeechActs } from './cue-words.ts';
import { type Called, calledAt, type SheetRow, sheetRows, hallOf } from './rows.ts';

/** The words of a language, with what they need of it. */
export type Say = { readonly cue: CueSay; readonly acts: SpeechActs; readonly time: (moment: number) => string };

const place = ({ site, isHall }: Called, { cue }: Say): string => {
  if (isHall) return cue.inHall;
  return site === null ? cue.atUnknown : cue.atSite(inSentence(placeOf(site)));
};

/** "Xin trân trọng cảm ơn Hòa thượng Thích Minh Quang." The honorific is always the given one. */
export const thanks = (who: Called, say: Say): string =>
  who.person === null
    ? say.cue.thankPlace(place(who, say))
    : say.cue.thank(`${honorificInSentence(who.person.honorific)} ${who.person.name}`);

/** "Kính mời đồng chí …, chức vụ, tại điểm cầu …, trình bày báo cáo." A speaker in the hall is not told where. */
export const invitation = (who: Called, kind: SpeechKind, say: Say, isNext: boolean): string => {
  const start = isNext ? say.cue.inviteNext : say.cue.invite;
  if (who.person === null) return start(`${say.cue.delegate} ${place(who, say)}`, say.acts[kind]);
  const { honorific, name, position } = who.person;
  const parts = [`${honorificInSentence(honorific)} ${name}`, position, ...(who.isHall ? [] : [place(who, say)])];
  return start(`${parts.join(', ')},`, say.acts[kind]);
};

/** What the words of a row may need besides the row. */
export type Around = {
  readonly conference: string;
  readonly item: string | null;
  /** Who has just spoken and is thanked first. */
  readonly thank: Called | null;
  /** Told already: the break that runs. */
  readonly returnsAt: number | null;
};

/** What of a row makes its words. */
export type WordedRow = Pick<SheetRow, 'kind' | 'speaker' | 'speechKind' | 'seconds' | 'cue'>;

const template = (row: WordedRow, around: Around, say: Say): string => {
  const { cue } = say;
  switch (row.kind) {
    case 'speech':
      return row.speaker && row.speechKind
        ? invitation(row.speaker, row.speechKind, say, around.thank !== null)
        : cue.goOn;
    case 'opening':
      return cue.opening(around.conference);
    case 'break':
      if (around.returnsAt !== null) return cue.breakUntil(say.time(around.returnsAt));
      return row.seconds === null ? cue.break : cue.breakFor(String(Math.round(row.seconds / 60)));
    case 'words':
      return around.item === null ? cue.goOn : cue.words(around.item);
    case 'introduction':
    case 'rollCall':
    case 'discussion':
    case 'resume':
    case 'closing':
      return cue[row.kind];
  }
};

/** The sentence of a row: its own words, or those of its kind after thanking who has just spoken. */
export const cueOfRow = (row: WordedRow, around: Around, say: Say): string => {
  if (row.cue !== '') return row.cue;
  const thank = around.thank === null ? '' : `${thanks(around.thank, say)} `;
  return thank + template(row, around, say);
};

/** What the chair reads: the words of now, and those that lead to the next step. */
export type SheetCue = {
  /** Null while somebody speaks: there is nothing to say before the next step. */
  readonly now: { readonly rowId: RowId; readonly text: string } | null;
  readonly next: string | null;
  /** Names to be set apart in the words. */
  readonly names: readonly string[];
};

const nameOf = (who: Called | null): readonly string[] => (who?.person ? [who.person.name] : []);

/** Who is thanked with the next words: who speaks, or spoke in the row of now. */
const toThank = (live: Live, names: Names): Called | null => {
  const { floor, runSheet } = live;
  if (floor.turn) return calledAt(hallOf(live), names, floor.turn);
  const now = rowOf(runSheet, runSheet.currentId);
  if (now?.act.kind === 'speech') return calledAt(hallOf(live), names, now.act.speaker);
  const isDiscussed = now?.act.kind === 'discussion' && floor.ended !== null && floor.ended.at > (now.begunAt ?? 0);
  return isDiscussed && floor.ended ? calledAt(hallOf(live), names, floor.ended.turn) : null;
};

/** Null without a run sheet, and where the conference is not held: other words are said then. */
export const sheetCue = (live: Live, names: Names, conference: string, say: Say): SheetCue | null => {
  const { status } = live.conference;
  if (live.runSheet.rows.length === 0 || status === 'absent' || status === 'closed') return null;
  const rows = sheetRows(live, names);
  const step = nextStep(live);
  const thank = toThank(live, names);
  const around = (row: SheetRow, who: Called | null): Around => ({
    conference,
    item: row.itemId === null ? null : (names.titles[row.itemId] ?? null),
    thank: who,
    returnsAt: row.state === 'now' && live.conference.status === 'paused' ? live.conference.returnsAt : null,
  });
  const now = rows.find(({ state }) => state === 'now');
  const isSaid = now !== undefined && now.kind !== 'speech' && thank === null;
  const nextRow = step?.kind === 'row' ? rows.find(({ rowId }) => rowId === step.row.rowId) : undefined;
  const asked = step?.kind === 'request' ? calledAt(hallOf(live), names, step.request) : null;
  const askedWords = () => {
    if (!asked || step?.kind !== 'request') return null;
    const before = thank === null ? '' : `${thanks(thank, say)} `;
    return before + invitation(asked, step.request.kind, say, thank !== null);
  };
  const last = thank === null ? null : thanks(thank, say);
  return {
    now: isSaid ? { rowId: now.rowId, text: cueOfRow(now, around(now, null), say) } : null,
    next: nextRow ? cueOfRow(nextRow, around(nextRow, thank), say) : (askedWords() ?? last),
    names: [...nameOf(thank), ...nameOf(asked), ...nameOf(nextRow?.speaker ?? null), ...nameOf(now?.speaker ?? null)],
  };
};
