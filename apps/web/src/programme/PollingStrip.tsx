import './PollingStrip.css';
import type { SiteId } from '@diemcau/domain/kernel';
import type { Polling } from '@diemcau/domain/programme';
import {
  IconPlayerPause,
  IconPlayerPlay,
  IconPlayerSkipForward,
  IconPlayerStop,
  IconRefresh,
} from '@tabler/icons-react';
import { useCallback } from 'react';
import type { ReactNode } from 'react';

import { Button, type NowMs, Tag, useFormats, useTicking, useWords } from '../ui/index.ts';
import { nextPlaceOf, secondsLeft, siteAt } from './polling.ts';
import { programmeWords } from './words.ts';

export type PollingActs = {
  readonly pause: () => Promise<unknown>;
  readonly goOn: () => Promise<unknown>;
  /** Null after the last site. */
  readonly skip: (() => Promise<unknown>) | null;
  readonly jump: (place: number) => Promise<unknown>;
  readonly stop: () => Promise<unknown>;
};

export type PollingStripProps = {
  polling: Polling;
  nameOf: (siteId: SiteId) => string;
  nowMs: NowMs;
  acts: PollingActs;
  /** What a site answered to the roll call; null while none is held. */
  answerOf: ((siteId: SiteId) => string) | null;
};

const Seconds = ({ polling, nowMs }: { polling: Polling; nowMs: NowMs }) => {
  const words = useWords(programmeWords).polling;
  const read = useCallback((now: number) => secondsLeft(polling, now), [polling]);
  const left = useTicking(nowMs, (now) => read(now) ?? -1);
  if (polling.pausedBy !== null) return <Tag tone="amber">{words.paused[polling.pausedBy]}</Tag>;
  return <span className="pg-poll-left num">{left < 0 ? words.beginning : words.left(String(left))}</span>;
};

type PlaceProps = { isNow?: boolean; title: string; name: string | null; answer: string | null };

const Place = ({ isNow = false, title, name, answer }: PlaceProps) => (
  <p className={`pg-poll-place ${isNow ? 'now' : ''}`}>
    <span className="small muted pg-poll-title">{title}</span> <b>{name ?? '–'}</b>
    {answer !== null && <span className="small"> · {answer}</span>}
  </p>
);

const Jump = ({ polling, nameOf, acts }: Pick<PollingStripProps, 'polling' | 'nameOf' | 'acts'>): ReactNode => {
  const words = useWords(programmeWords).polling;
  return (
    <select
      className="ui-input pg-poll-jump"
      aria-label={words.jump}
      value=""
      onChange={(event) => void acts.jump(Number(event.target.value))}
    >
      <option value="" disabled>
        {words.jump}
      </option>
      {polling.siteIds.map((siteId, place) => (
        <option key={siteId} value={place}>
          {`${place + 1}. ${nameOf(siteId)}`}
        </option>
      ))}
    </select>
  );
};

/** What is polled now: which site, how long, which is next, who was passed over; and the acts of it with their keys. */
export const PollingStrip = ({ polling, nameOf, nowMs, acts, answerOf }: PollingStripProps) => {
  const words = useWords(programmeWords).polling;
  const { count } = useFormats();
  const { mode, place, siteIds, passedOver, pausedBy } = polling;
  const shown = siteAt(polling, place);
  const next = siteAt(polling, nextPlaceOf(polling));
  const answered = (siteId: SiteId | null) => (siteId === null || answerOf === null ? null : answerOf(siteId));
  return (
    <section className="pg-poll" aria-label={words.title}>
      <Tag tone={mode === 'preview' ? 'green' : pausedBy === null ? 'air' : 'amber'} icon={IconRefresh}>
        {words.modeTag[mode]}
      </Tag>
      <span className="num small muted">
        {words.place(count(place === null ? 0 : place + 1), count(siteIds.length))}
      </span>
      <Place isNow title={words.now} name={shown && nameOf(shown)} answer={answered(shown)} />
      <Seconds polling={polling} nowMs={nowMs} />
      <Place title={words.next} name={next && nameOf(next)} answer={answered(next)} />
      {passedOver.length > 0 && (
        <span className="small pg-poll-over" title={passedOver.map(nameOf).join(', ')}>
          {words.passedOver(count(passedOver.length))}
        </span>
      )}
      <span className="pg-poll-acts">
        {pausedBy === null ? (
          <Button size="small" shortcut="P" icon={IconPlayerPause} onPress={acts.pause}>
            {words.pause}
          </Button>
        ) : (
          <Button size="small" shortcut="P" icon={IconPlayerPlay} onPress={acts.goOn}>
            {words.goOn}
          </Button>
        )}
        <Button
          size="small"
          shortcut="N"
          icon={IconPlayerSkipForward}
          disabled={acts.skip === null}
          onPress={() => acts.skip?.()}
        >
          {words.skip}
        </Button>
        <Jump polling={polling} nameOf={nameOf} acts={acts} />
        <Button size="small" shortcut="X" icon={IconPlayerStop} onPress={acts.stop}>
          {words.stop}
        </Button>
      </span>
    </section>
  );
};
