import { Suspense, useCallback } from 'react';
import { pictureOnAir, sitesOnAir, type Live } from '@diemcau/domain/live';
import type { TitleCardKind } from '@diemcau/domain/kernel';
import { useCarried } from '../../media/index.ts';
import { Mark, useFormats, useTicking, useWords, type NowMs, lazyPart } from '../../ui/index.ts';
import type { Weak } from './thin/words.ts';
import { roomWords } from './words.ts';

/** Loaded with the first line that carries no picture. */
const WeakSentence = lazyPart(() => import('./thin/index.tsx').then((thin) => ({ default: thin.WeakSentence })));

/** Delegates are seated so long before the start. */
const SEATED_BEFORE_MS = 10 * 60_000;

type Conference = Live['conference'];

/** Why there is no picture, when a line is the reason: the own one, or that of who is on air. */
const useWeak = (live: Live): Weak | null => {
  const { down } = useCarried();
  if (down === 'text') return 'textOnly';
  if (down === 'sound') return 'soundOnly';
  return sitesOnAir(live).some((siteId) => live.programme.lines[siteId]?.up === 'sound') ? 'heardOnly' : null;
};

const useLines = (
  conference: Conference,
  card: TitleCardKind | null,
  weak: Weak | null,
  nowMs: NowMs,
): readonly string[] => {
  const words = useWords(roomWords).title;
  const formats = useFormats();
  const startsAt = conference.status === 'absent' ? 0 : conference.startsAt;
  const read = useCallback(
    (now: number): 'day' | 'before' | 'seated' | 'due' => {
      if (now >= startsAt) return 'due';
      if (now >= startsAt - SEATED_BEFORE_MS) return 'seated';
      return formats.date(now) === formats.date(startsAt) ? 'before' : 'day';
    },
    [startsAt, formats],
  );
  const when = useTicking(nowMs, read);
  if (conference.status === 'paused') {
    const { returnsAt } = conference;
    return returnsAt === null
      ? [words.paused, words.pausedMore]
      : [words.break, words.breakMore(formats.time(returnsAt))];
  }
  if (card === 'break') return [words.break, words.breakOpen];
  // Put there by hand: the picture is not awaited.
  if (card !== null && conference.status === 'open') return [];
  if (conference.status !== 'prepared') return weak === null ? [words.open, words.openMore] : [words.open];
  if (when === 'due') return [words.soon, words.sit];
  const time = formats.time(startsAt);
  const opens = when === 'day' ? words.opensOn(time, formats.date(startsAt)) : words.opensAt(time);
  return [opens, when === 'seated' ? words.sit : words.seated(formats.time(startsAt - SEATED_BEFORE_MS))];
};

/** Stands in the programme when it has no picture: before the opening, and whenever no camera can be shown. */
export const TitleCard = ({ name, site, live, nowMs }: { name: string; site: string; live: Live; nowMs: NowMs }) => {
  const picture = pictureOnAir(live);
  const card = live.programme.layout.kind === 'title' && picture.kind === 'title' ? picture.card : null;
  const weak = useWeak(live);
  const lines = useLines(live.conference, card, weak, nowMs);
  return (
    <div className="room-title">
      {card === 'emblem' && <Mark size="8em" />}
      <p className="room-title-site">{site}</p>
      <h2>{name}</h2>
      {lines.map((line) => (
        <p key={line}>{line}</p>
      ))}
      {weak !== null && card === null && live.conference.status === 'open' && (
        <Suspense>
          <WeakSentence weak={weak} />
        </Suspense>
      )}
    </div>
  );
};
