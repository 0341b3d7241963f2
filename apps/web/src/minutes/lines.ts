import { MOSAIC_PLACES, sitesNamed, type SiteId, type SpeakerId, type SpeechKind } from '@diemcau/domain/kernel';
import type { Called, EntryOf, Note, RecordEntry, RecordNames, Still } from '@diemcau/domain/minutes';

import { honorificInSentence, upperFirst } from '../live/naming.ts';
import type { minutesWords } from './words.ts';

export type LineTone = 'item' | 'speech' | 'phase' | 'note' | 'recommendation' | 'correction' | 'trouble' | 'quiet';
/** One line of the record as it is shown. `isVoid`: it was taken back or withdrawn. */
export type Line = {
  readonly key: string;
  readonly at: number;
  readonly tone: LineTone;
  readonly main: string;
  readonly details: readonly string[];
  readonly lengthMs: number | null;
  readonly isVoid: boolean;
  readonly note: Note | null;
  readonly still: Still | null;
};

export type Texts = {
  readonly words: (typeof minutesWords)['vi'];
  readonly kinds: Readonly<Record<SpeechKind, string>>;
  readonly time: (at: number) => string;
};

export const calledText = ({ honorific, name, position }: Called): string =>
  upperFirst(`${honorificInSentence(honorific)} ${name}${position === '' ? '' : `, ${position}`}`);

type Said = Pick<Line, 'tone' | 'main'> & Partial<Pick<Line, 'details' | 'lengthMs' | 'isVoid'>>;

/** What entries and notes say, in the language of the interface. */
const sayer = ({ people, sites, titles, subjects, films, sources }: RecordNames, { words, kinds, time }: Texts) => {
  const persons = new Map(people.map((person) => [person.speakerId, person]));
  const places = new Map(sites.map((site) => [site.siteId, site.name]));
  const site = (siteId: SiteId): string => places.get(siteId) ?? words.goneSite;
  const person = (speakerId: SpeakerId | null): string => {
    const found = speakerId && persons.get(speakerId);
    return found ? calledText(found) : words.noName;
  };
  const undone = (at: number | null) => (at === null ? [] : [words.takenBack(time(at))]);

  const speech = (entry: EntryOf<'speech'>): Said => {
    const subject = entry.requestId ? subjects[entry.requestId] : undefined;
    const interruptions = entry.interruptions.map(({ at, resumedAt }) =>
      resumedAt === null ? words.interrupted(time(at)) : words.interruptedUntil(time(at), time(resumedAt)),
    );
    const end = entry.ended === null ? words.running : words.ends[entry.ended];
    const isVoid = entry.takenBackAt !== null;
    return {
      tone: 'speech',
      main: person(entry.speakerId),
      details: [
        [kinds[entry.speechKind], site(entry.siteId), ...(isVoid ? [] : [end])].join(' · '),
        ...(subject ? [words.subject(subject)] : []),
        ...entry.formerSpeakers.map(({ speakerId }) => words.formerSpeaker(person(speakerId))),
        ...interruptions,
        ...entry.returns.map(({ at }) => words.wentOn(time(at))),
        ...undone(entry.takenBackAt),
      ],
      lengthMs: entry.lengthMs,
      isVoid,
    };
  };

  const correction = ({ speakerId, seq }: EntryOf<'correction'>): Said => {
    const found = persons.get(speakerId);
    const former = found?.former ?? [];
    const at = former.findIndex(({ fromSeq, toSeq }) => fromSeq !== null && fromSeq <= seq && seq <= (toSeq ?? 0));
    const [before, after] = at < 0 ? [undefined, found] : [former[at], former[at + 1] ?? found];
    const to = after ? calledText(after) : words.noName;
    const main = before ? words.correction(calledText(before), to) : to;
    return { tone: 'correction', main: `${words.corrected}: ${main}` };
  };

  const item = (entry: EntryOf<'item'>): Said => ({
    tone: 'item',
    main: (entry.itemId && titles[entry.itemId]) || words.untitled,
    details: [
      ...(entry.plannedSeconds === null ? [] : [words.planned(String(Math.round(entry.plannedSeconds / 60)))]),
      ...undone(entry.takenBackAt),
    ],
    lengthMs: entry.endedAt === null ? null : entry.endedAt - entry.at,
    isVoid: entry.takenBackAt !== null,
  });

  const picture = ({ source, layout }: EntryOf<'cut'>): string => {
    const camera = source.kind === 'site' && source.sourceId ? sources[source.sourceId] : undefined;
    const of = source.kind === 'site' ? site(source.siteId) : words.title;
    const one = camera === undefined ? of : `${of} – ${camera}`;
    switch (layout.kind) {
      case 'one':
        return one;
      case 'hallBeside':
        return words.hallBeside(one);
      case 'content':
        return words.content(one);
      case 'title':
        return words.cards[layout.card];
      case 'mosaic4':
      case 'mosaic9':
        return words.mosaic(String(MOSAIC_PLACES[layout.kind]), sitesNamed(layout).map(site).join(', '));
    }
  };

  const said = (entry: RecordEntry): Said => {
    switch (entry.kind) {
      case 'opened':
      case 'closed':
        return { tone: 'phase', main: (entry.rehearsal === undefined ? words : words.rehearsal)[entry.kind] };
      case 'resumed':
        return { tone: 'phase', main: words[entry.kind] };
      case 'paused': {
        const lengthMs = entry.resumedAt === null ? null : entry.resumedAt - entry.at;
        const details = entry.returnsAt === null ? [] : [words.returns(time(entry.returnsAt))];
        return { tone: 'phase', main: words.paused, details, lengthMs };
      }
      case 'item':
        return item(entry);
      case 'speech':
        return speech(entry);
      case 'cut': {
        return { tone: 'quiet', main: words.cut(picture(entry)), details: [words.causes[entry.cause]] };
      }
      case 'polling': {
        const shown = entry.shown.map(({ siteId }) => site(siteId)).join(', ');
        const details = [
          ...(shown === '' ? [] : [words.polled(shown)]),
          ...(entry.passedOver.length === 0 ? [] : [words.passedOver(entry.passedOver.map(site).join(', '))]),
          ...(entry.ended === null ? [] : [words.pollingEnds[entry.ended]]),
        ];
        const lengthMs = entry.endedAt === null ? null : entry.endedAt - entry.at;
        return { tone: 'quiet', main: words.polling[entry.mode](String(entry.shown.length)), details, lengthMs };
      }
      case 'content': {
        const lengthMs = entry.endedAt === null ? null : entry.endedAt - entry.at;
        const end = entry.ended === null ? words.running : words.contentEnds[entry.ended];
        const details = [`${words.contentFrom[entry.from]} · ${end}`];
        return { tone: 'quiet', main: words.contentOf(site(entry.siteId)), details, lengthMs };
      }
      case 'film': {
        const lengthMs = entry.endedAt === null ? null : entry.endedAt - entry.at;
        const details = [entry.ended === null ? words.running : words.filmEnds[entry.ended]];
        return { tone: 'quiet', main: words.film(films[entry.filmId] ?? null), details, lengthMs };
      }
      case 'rollCall': {
        const details = entry.closedAt === null ? [] : [words.rollCallClosed(time(entry.closedAt))];
        return { tone: 'phase', main: words.rollCall(time(entry.closesAt)), details };
      }
      case 'row': {
        const who = entry.siteId === null ? [] : [`${person(entry.speakerId)} · ${site(entry.siteId)}`];
        const main = `${words.row[entry.as]}: ${words.rowKinds[entry.rowKind]}`;
        return {
          tone: 'quiet',
          main,
          details: [...who, ...undone(entry.takenBackAt)],
          isVoid: entry.takenBackAt !== null,
        };
      }
      case 'missing': {
        const details = entry.backAt === null ? [] : [words.back(time(entry.backAt))];
        return { tone: 'trouble', main: words.missing(site(entry.siteId)), details };
      }
      case 'line': {
        const details = entry.lines.map(({ at, line }) =>
          words.lineStep(time(at), words.received[line.down], words.sent[line.up]),
        );
        const lengthMs = entry.endedAt === null ? null : entry.endedAt - entry.at;
        const end = entry.ended === null ? [] : [words.lineEnds[entry.ended]];
        return { tone: 'trouble', main: words.weakLine(site(entry.siteId)), details: [...details, ...end], lengthMs };
      }
      case 'silenced':
        return { tone: 'quiet', main: words.silenced(entry.siteIds.map(site).join(', ')) };
      case 'unsilenced':
        return { tone: 'quiet', main: words.unsilenced(site(entry.siteId)) };
      case 'correction':
        return correction(entry);
    }
  };
  return said;
};

const noteLine = (note: Note, { words, time }: Texts): Line => {
  const who = [note.raisedBy, note.siteName].filter((part) => part !== null);
  return {
    key: note.noteId,
    at: note.at,
    tone: note.kind,
    main: `${words.kinds[note.kind]}: ${note.text}`,
    details: [
      ...(who.length === 0 ? [] : [words.raised(who.join(', '))]),
      ...note.former.map(({ text, until }) => words.former(time(until), text)),
      ...(note.withdrawnAt === null ? [] : [words.withdrawn(time(note.withdrawnAt))]),
    ],
    lengthMs: null,
    isVoid: note.withdrawnAt !== null,
    note,
    still: null,
  };
};

const stillLine = (still: Still, { sites }: RecordNames, { words }: Texts): Line => {
  const site = (siteId: SiteId): string => sites.find((one) => one.siteId === siteId)?.name ?? words.goneSite;
  const onAir = still.onAirId === null ? [] : [words.stillOnAir(site(still.onAirId))];
  return {
    key: still.stillId,
    at: still.at,
    tone: 'note',
    main: words.still(still.siteIds.map(site).join(', ')),
    details: still.of === 'programme' ? [words.stillOfProgramme] : onAir,
    lengthMs: null,
    isVoid: false,
    note: null,
    still,
  };
};

export type Beside = { readonly notes: readonly Note[]; readonly stills: readonly Still[] };

/** The record with its notes and stills beside their moments, the oldest first. */
export const linesOf = (
  entries: readonly RecordEntry[],
  { notes, stills }: Beside,
  names: RecordNames,
  texts: Texts,
): readonly Line[] => {
  const say = sayer(names, texts);
  const told = entries.map((entry): Line => {
    const { details = [], lengthMs = null, isVoid = false, ...rest } = say(entry);
    return { key: String(entry.seq), at: entry.at, ...rest, details, lengthMs, isVoid, note: null, still: null };
  });
  // Stable: what happened stands before what was noted of the same moment.
  const taken = stills.map((still) => stillLine(still, names, texts));
  return [...told, ...taken, ...notes.map((note) => noteLine(note, texts))].toSorted((a, b) => a.at - b.at);
};
