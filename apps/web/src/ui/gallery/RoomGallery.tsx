import './gallery.css';
import { IconClock, IconMicrophone } from '@tabler/icons-react';
import { useState } from 'react';

import {
  Band,
  Clock,
  ConnectionVeil,
  Lamp,
  LevelMeter,
  LowerThird,
  SecrecyNote,
  SpeechClock,
  Stage,
  Tag,
  TallyFrame,
  useShortcuts,
  useWords,
} from '../index.ts';
import { Scene } from './Scene.tsx';
import { galleryWords } from './words.ts';

const nowMs = () => Date.now();
const timing = { startedAt: Date.now() - 24_000, stoppedMs: 0, interruptedAt: null, limitSeconds: 300 };
const faces = ['standby', 'onAir', 'long', 'lost'] as const;

/** The pieces of a room screen together; keys 1 to 4 change what happens. */
const RoomGallery = () => {
  const words = useWords(galleryWords);
  const [face, setFace] = useState<(typeof faces)[number]>(
    () => faces.find((each) => location.hash === `#${each}`) ?? 'standby',
  );
  useShortcuts(Object.fromEntries(faces.map((each, index) => [String(index + 1), () => setFace(each)])));
  const onAir = face === 'onAir';
  const third =
    face === 'long'
      ? { honorific: words.monk, name: words.longName, details: [words.longPosition, words.site] }
      : onAir
        ? { name: words.hall, details: [words.hallPlace] }
        : { honorific: words.honorific, name: words.name, details: [words.position, words.site] };
  return (
    <main className="gallery-room" data-theme="live">
      <ConnectionVeil
        down={face === 'lost'}
        title={words.lost}
        size="wall"
        picture={
          <Stage>
            <Scene />
            <LowerThird {...third} />
          </Stage>
        }
      >
        {words.lostMore}
      </ConnectionVeil>
      <div className="gallery-room-top">
        <div className="row">
          <Tag tone="air" size="big">
            <Lamp /> {words.live}
          </Tag>
          <b className="grow ell">{words.conference}</b>
          <Clock nowMs={nowMs} />
        </div>
      </div>
      <div className="gallery-room-band">
        {onAir ? (
          <Band
            tone="onAir"
            icon={IconMicrophone}
            size="wall"
            end={<SpeechClock timing={timing} nowMs={nowMs} size="big" caption={false} />}
          >
            {words.onAirBand}
          </Band>
        ) : (
          <Band tone="standby" icon={IconClock} size="wall" detail={words.standbyDetail}>
            {words.standbyBand}
          </Band>
        )}
      </div>
      <div className="gallery-room-own">
        <TallyFrame
          state={onAir ? 'onAir' : 'standby'}
          word="strip"
          caption={onAir ? words.siteShort : words.microOff}
          label={words.siteShort}
          foot={<LevelMeter level={0.6} size="thick" />}
        >
          <Scene hue={10} />
        </TallyFrame>
      </div>
      <div className="gallery-room-foot">
        <b>{words.agendaItem}</b>
        <span className="grow" />
        <SecrecyNote />
      </div>
    </main>
  );
};
export default RoomGallery;
