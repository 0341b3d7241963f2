import './NowCard.css';
import {
  IconAlertTriangle,
  IconBroadcast,
  IconCircleCheck,
  IconClock,
  IconDeviceTv,
  IconDoorExit,
  IconMicrophone,
  IconPlugConnectedX,
  IconRefresh,
  IconUsers,
} from '@tabler/icons-react';
import type { ReactNode } from 'react';

import { rollCallWords } from '../../attendance/index.ts';
import { addressed, addressedInSentence } from '../../floor/index.ts';
import { Button, type Icon, LevelMeter, type NowMs, SpeechClock, useFormats, useWords } from '../../ui/index.ts';
import type { Check, Now, Trouble } from './now.ts';
import { clerkWords } from './words.ts';

type Tone = 'onAir' | 'standby' | 'good' | 'calm';

const SEATED_BEFORE_MS = 10 * 60_000;

type FaceProps = { tone: Tone; icon: Icon; title: string; children?: ReactNode; end?: ReactNode };

const Face = ({ tone, icon: Picture, title, children, end }: FaceProps) => (
  <div className={`clerk-now ${tone}`}>
    <div className="clerk-now-head">
      <Picture size={24} stroke={2} aria-hidden />
      <h2>{title}</h2>
      {end}
    </div>
    {children}
  </div>
);

/** What is wrong and what to do about it, in the room. */
const useTroubleWords = (trouble: Trouble): { what: string; how: string } => useWords(clerkWords).trouble[trouble];

const TroubleFace = ({ trouble, onRetry }: { trouble: Trouble; onRetry: () => void }) => {
  const words = useWords(clerkWords).now;
  const { what, how } = useTroubleWords(trouble);
  return (
    <Face tone="standby" icon={IconAlertTriangle} title={what}>
      <p>{how}</p>
      <Button icon={IconRefresh} onPress={onRetry}>
        {words.retry}
      </Button>
    </Face>
  );
};

type CheckFaceProps = { check: Exclude<Check, { status: 'good' }>; level: number; onRetry: () => void };

const CheckFace = ({ check, level, onRetry }: CheckFaceProps) => {
  const words = useWords(clerkWords).now;
  const { level: levelName } = useWords(clerkWords).screen;
  if (check.status === 'trouble') return <TroubleFace trouble={check.trouble} onRetry={onRetry} />;
  const silent = check.status === 'silent';
  return (
    <Face
      tone={silent ? 'standby' : 'calm'}
      icon={silent ? IconMicrophone : IconDeviceTv}
      title={silent ? words.silent : words.waiting}
    >
      {silent && <LevelMeter level={level} label={levelName} size="thick" />}
      <p>{silent ? words.silentDetail : words.waitingDetail}</p>
    </Face>
  );
};

const AlsoWrong = ({ check }: { check: Check }) => {
  if (check.status !== 'trouble') return null;
  return <AlsoTrouble trouble={check.trouble} />;
};

const AlsoTrouble = ({ trouble }: { trouble: Trouble }) => {
  const { what, how } = useTroubleWords(trouble);
  return (
    <p className="clerk-now-also">
      <IconAlertTriangle size={18} stroke={2} aria-hidden />
      <span>
        <b>{what}.</b> {how}
      </span>
    </p>
  );
};

const OnAirFace = ({ now, nowMs }: { now: Extract<Now, { kind: 'onAir' }>; nowMs: NowMs }) => {
  const words = useWords(clerkWords).now;
  const onlyHeard = !now.seen && now.microphone === 'open';
  const said = {
    open: now.seen ? words.onAirOpen : words.heardDetail,
    opening: words.onAirOpening,
    absent: words.onAirAbsent,
    closing: words.onAirShut,
    silenced: words.onAirSilenced,
    shut: words.onAirShut,
    unknown: words.onAirUnknown,
  }[now.microphone];
  return (
    <Face
      tone="onAir"
      icon={IconBroadcast}
      title={onlyHeard ? words.heard : words.onAir}
      end={now.turn && <SpeechClock timing={now.turn} nowMs={nowMs} size="inline" />}
    >
      {now.person && <p className="clerk-now-who">{words.invite(addressedInSentence(now.person))}</p>}
      <p>{said}</p>
    </Face>
  );
};

const StandbyFace = ({
  now,
  onWithdraw,
}: {
  now: Extract<Now, { kind: 'standby' }>;
  onWithdraw: (() => Promise<unknown>) | null;
}) => {
  const words = useWords(clerkWords).now;
  const next = now.place === 1;
  return (
    <Face tone="standby" icon={IconClock} title={next ? words.standbyNext : words.standbySecond}>
      {now.person && <p className="clerk-now-who">{addressed(now.person)}</p>}
      <p>{next ? words.standbyNextDetail : words.standbySecondDetail}</p>
      <AlsoWrong check={now.check} />
      {onWithdraw && (
        <Button tone="quiet" onPress={onWithdraw}>
          {words.withdraw}
        </Button>
      )}
    </Face>
  );
};

const ReadyFace = ({ now }: { now: Extract<Now, { kind: 'ready' }> }) => {
  const words = useWords(clerkWords).now;
  const { time } = useFormats();
  const { phase, startsAt, isHall, watched, speaksFirst } = now;
  return (
    <Face tone="good" icon={IconCircleCheck} title={words.good}>
      {phase === 'prepared' && <p>{words.prepared(time(startsAt), time(startsAt - SEATED_BEFORE_MS))}</p>}
      {phase === 'paused' && <p>{words.paused}</p>}
      {speaksFirst && (
        <p>
          <b>{words.speaksFirst(String(speaksFirst.place), speaksFirst.person && addressed(speaksFirst.person))}</b>
        </p>
      )}
      <p>{isHall ? words.goodHall : words.goodDetail}</p>
      {watched && <p className="clerk-now-watched">{words.watched}</p>}
    </Face>
  );
};

export type NowCardProps = {
  now: Now;
  nowMs: NowMs;
  /** The form that confirms a screen, where one is wanted. */
  codeForm: ReactNode;
  /** The address of the room screen, to be opened on the big display. */
  roomAddress: string;
  /** Of the room's microphone, 0 to 1. */
  level: number;
  /** The answer to the roll call, where one is asked for. */
  answer: ReactNode;
  onRetry: () => void;
  onWithdraw: (requestId: NonNullable<Extract<Now, { kind: 'standby' }>['requestId']>) => Promise<unknown>;
};

/** The one thing that is this clerk's to do or to know now. */
export const NowCard = (props: NowCardProps) => {
  const { now, nowMs, codeForm, roomAddress, level, answer, onRetry, onWithdraw } = props;
  const words = useWords(clerkWords).now;
  const { ask } = useWords(rollCallWords);
  const { time } = useFormats();
  switch (now.kind) {
    case 'closed':
      return (
        <Face tone="calm" icon={IconDoorExit} title={words.closed}>
          <p>{words.closedDetail}</p>
        </Face>
      );
    case 'onAir':
      return <OnAirFace now={now} nowMs={nowMs} />;
    case 'interrupted':
      return (
        <Face tone="standby" icon={IconPlugConnectedX} title={words.interrupted}>
          {now.person && <p className="clerk-now-who">{addressed(now.person)}</p>}
          <p>{words.interruptedDetail}</p>
        </Face>
      );
    case 'rollCall':
      return (
        <Face
          tone={now.onAir ? 'onAir' : 'standby'}
          icon={now.onAir ? IconBroadcast : IconUsers}
          title={now.onAir ? words.rollCallOnAir : ask(time(now.rollCall.closesAt))}
        >
          {answer}
        </Face>
      );
    case 'noScreen':
      return (
        <Face tone="standby" icon={IconDeviceTv} title={words.noScreen}>
          <p>{words.noScreenDetail(roomAddress)}</p>
          {codeForm}
        </Face>
      );
    case 'screenAway':
      return (
        <Face tone="standby" icon={IconPlugConnectedX} title={words.away}>
          <p>{words.awayDetail(now.label)}</p>
          {codeForm}
        </Face>
      );
    case 'standby': {
      const { requestId } = now;
      return <StandbyFace now={now} onWithdraw={requestId === null ? null : () => onWithdraw(requestId)} />;
    }
    case 'check':
      return <CheckFace check={now.check} level={level} onRetry={onRetry} />;
    case 'ready':
      return <ReadyFace now={now} />;
  }
};
