import { useCallback } from 'react';
import type { Live } from '@diemcau/domain/live';
import { useFormats, useTicking, useWords, type NowMs } from '../../ui/index.ts';
import { roomWords } from './words.ts';

/** Delegates are seated so long before the start. */
const SEATED_BEFORE_MS = 10 * 60_000;

type Conference = Live['conference'];

const useLines = (conference: Conference, nowMs: NowMs): readonly string[] => {
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
  if (conference.status !== 'prepared') return [words.open, words.openMore];
  if (when === 'due') return [words.soon, words.sit];
  const time = formats.time(startsAt);
  const opens = when === 'day' ? words.opensOn(time, formats.date(startsAt)) : words.opensAt(time);
  return [opens, when === 'seated' ? words.sit : words.seated(formats.time(startsAt - SEATED_BEFORE_MS))];
};

/** Stands in the programme when it has no picture: before the opening, and whenever no camera can be shown. */
export const TitleCard = ({
  name,
  site,
  conference,
  nowMs,
}: {
  name: string;
  site: string;
  conference: Conference;
  nowMs: NowMs;
}) => {
  const lines = useLines(conference, nowMs);
  return (
    <div className="room-title">
      <p className="room-title-site">{site}</p>
      <h2>{name}</h2>
      {lines.map((line) => (
        <p key={line}>{line}</p>
      ))}
    </div>
  );
};
