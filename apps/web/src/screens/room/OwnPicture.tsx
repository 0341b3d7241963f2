import { IconEye, IconMicrophoneOff, IconVideoOff } from '@tabler/icons-react';
import { useCallback, useEffect, useState } from 'react';
import type { Microphone } from '@diemcau/domain/live';
import type { AsideFrame } from '@diemcau/domain/wire';
import { TrackVideo, type CaptureState, type DeviceStatus, type Loudness } from '../../media/index.ts';
import { LevelMeter, TallyFrame, useAnnounceChange, useWords } from '../../ui/index.ts';
import type { OwnTally } from './moment.ts';
import { roomWords } from './words.ts';

/** Looked at ten times a second: enough for the eye, and nothing for the machine. */
const LEVEL_MS = 100;
const STEPS = 40;

const OwnLevel = ({ loudness, label }: { loudness: Loudness; label: string }) => {
  const [level, setLevel] = useState(0);
  const look = useCallback(() => setLevel(Math.round(loudness.level() * STEPS) / STEPS), [loudness]);
  useEffect(() => {
    const timer = setInterval(look, LEVEL_MS);
    return () => clearInterval(timer);
  }, [look]);
  return <LevelMeter level={level} label={label} size="thick" />;
};

const faultOf = (status: DeviceStatus) => (status === 'ok' || status === 'off' ? null : status);

/** Who hears this room beside the programme, as its own picture says. */
export const heardAsideOf = (aside: AsideFrame | null): 'listen' | 'call' | null => {
  const kind = aside?.current?.kind;
  return kind === undefined || kind === 'talk' ? null : kind;
};

export type OwnPictureProps = {
  capture: CaptureState;
  loudness: Loudness;
  tally: OwnTally;
  microphone: Microphone;
  /** The operator, or a technician in a test call, alone hears this room now. */
  heardAside: 'listen' | 'call' | null;
  siteName: string;
  /** Somebody at the centre may look at this room although it is not on air: in a check before the opening, or during it. */
  watched: 'no' | 'before' | 'during';
  /** The programme shows this room's own camera already: only frame, level and words are left here. */
  pictureElsewhere: boolean;
};

/** What this room sends: its picture in the tally's frame, its level, and what is wrong with its devices. */
export const OwnPicture = (props: OwnPictureProps) => {
  const { capture, loudness, tally, microphone, siteName, watched, pictureElsewhere } = props;
  const words = useWords(roomWords);
  const camera = faultOf(capture.cameraStatus);
  const micro = faultOf(capture.microphoneStatus);
  useAnnounceChange(camera && words.camera[camera]);
  useAnnounceChange(micro && words.micro[micro]);
  const isDuring = watched === 'during' && words.watched.during(words.microphone[microphone]);
  const watch = watched === 'before' ? words.watched.before : isDuring || null;
  useAnnounceChange(watch);
  const foot = (
    <div className="room-own-foot">
      <b>{siteName}</b>
      <OwnLevel loudness={loudness} label={words.ownLevel} />
      {micro && (
        <p className="room-own-note">
          <IconMicrophoneOff size="1.3em" stroke={2} aria-hidden />
          {words.micro[micro]}
        </p>
      )}
      {watch !== null && (
        <p className="room-own-note">
          <IconEye size="1.3em" stroke={2} aria-hidden />
          {watch}
        </p>
      )}
    </div>
  );
  return (
    <section
      className={`room-own ${pictureElsewhere ? 'bare' : ''}`}
      aria-label={siteName}
      data-tally={tally}
      data-microphone={microphone}
    >
      <TallyFrame
        state={tally}
        word="strip"
        caption={props.heardAside ? words.heardAside[props.heardAside] : words.microphone[microphone]}
        label={siteName}
        foot={foot}
        ratio={pictureElsewhere ? null : 16 / 9}
      >
        {camera && (
          <div className="room-own-fault">
            <IconVideoOff size="2em" stroke={1.75} aria-hidden />
            <p>{words.camera[camera]}</p>
          </div>
        )}
        {!camera && !pictureElsewhere && <TrackVideo track={capture.camera} name="own" />}
      </TallyFrame>
    </section>
  );
};
