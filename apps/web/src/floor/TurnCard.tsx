import './TurnCard.css';
import { IconPencil, IconUserPlus } from '@tabler/icons-react';
import type { ReactNode } from 'react';

import { Button, type NowMs, Panel, TallyTag, useWords } from '../ui/index.ts';
import type { Run } from '../live/acts.ts';
import { InterruptionCard } from './InterruptionCard.tsx';
import { speechKindWords } from '../live/speech-kinds.ts';
import { placeText } from './labels.ts';
import { MicrophoneTag } from './MicrophoneTag.tsx';
import { SilenceOne } from './SpeechActs.tsx';
import type { SpeakerTarget } from './SpeakerDialog.tsx';
import { TurnTime } from './TurnTime.tsx';
import type { TurnView } from './turn.ts';
import { floorWords } from './words.ts';

const targetOf = (turn: TurnView): SpeakerTarget =>
  turn.speakerId === null
    ? { kind: 'name', turnId: turn.turnId }
    : { kind: 'correct', speakerId: turn.speakerId, person: turn.person };

const Who = ({ turn, onName }: { turn: TurnView; onName: (target: SpeakerTarget) => void }) => {
  const words = useWords(floorWords);
  const kinds = useWords(speechKindWords).label;
  const { person, site, kind, subject } = turn;
  return (
    <div className="fl-who">
      <div className="grow">
        <p className="fl-who-name">
          {person && <span className="fl-who-honorific">{person.honorific} </span>}
          {person?.name ?? placeText(site, words)}
        </p>
        {person && (
          <p className="muted fl-who-position" title={person.position}>
            {person.position}
          </p>
        )}
        <p className="muted">
          {person === null ? words.unnamedPerson : placeText(site, words)} · {kinds[kind]}
        </p>
        {subject !== null && (
          <p className="fl-who-subject" title={subject}>
            {subject}
          </p>
        )}
      </div>
      <Button
        size="small"
        tone="quiet"
        icon={turn.speakerId === null ? IconUserPlus : IconPencil}
        label={turn.speakerId === null ? words.onAir.name : words.onAir.correct}
        onPress={() => onName(targetOf(turn))}
      >
        {null}
      </Button>
    </div>
  );
};

const Nobody = ({ onAirName }: { onAirName: string | null }) => {
  const words = useWords(floorWords).onAir;
  return (
    <div className="fl-who">
      <div className="grow">
        <p className="fl-who-name">{onAirName ?? words.nobody}</p>
        <p className="muted">{onAirName === null ? words.nobodyDetail : words.nobody}</p>
      </div>
    </div>
  );
};

export type TurnCardProps = {
  turn: TurnView | null;
  /** The name of what is on air between speeches; null: the title card. */
  onAirName: string | null;
  /** Whether any picture is on air: a conference that is not open shows none. */
  isOnAir: boolean;
  picture: ReactNode;
  /** Said when the picture is not the speaker's: the operator shows something else. */
  pictureNote: string | null;
  nowMs: NowMs;
  run: Run;
  onName: (target: SpeakerTarget) => void;
  /** The acts at the foot: next, end, silence. */
  acts: ReactNode;
};

/** What is on air and who has the floor: picture, name, clock, and the acts on this turn. */
export const TurnCard = (props: TurnCardProps) => {
  const { turn, onAirName, isOnAir, picture, pictureNote, nowMs, run, onName, acts } = props;
  const words = useWords(floorWords);
  return (
    <Panel
      title={isOnAir ? (turn ? words.onAir.title : words.onAir.between) : words.onAir.off}
      className="fl-turn"
      note={isOnAir && <TallyTag state="onAir" />}
      foot={acts}
      {...(turn
        ? {
            actions: (
              <>
                <MicrophoneTag state={turn.microphone} />
                <SilenceOne turn={turn} run={run} />
              </>
            ),
          }
        : {})}
    >
      <div className="fl-turn-body">
        <div className="fl-turn-picture">{picture}</div>
        {pictureNote !== null && <p className="fl-turn-note small">{pictureNote}</p>}
        {turn ? <Who turn={turn} onName={onName} /> : <Nobody onAirName={onAirName} />}
        {turn && turn.interruption !== 'none' && <InterruptionCard turn={turn} run={run} />}
        {turn && <TurnTime turn={turn} nowMs={nowMs} run={run} />}
      </div>
    </Panel>
  );
};
