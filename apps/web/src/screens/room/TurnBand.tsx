import {
  IconAlarm,
  IconBroadcast,
  IconClock,
  IconMicrophone,
  IconMicrophoneOff,
  IconPlugConnectedX,
} from '@tabler/icons-react';
import { useCallback } from 'react';
import type { Turn } from '@diemcau/domain/floor';
import type { SiteId } from '@diemcau/domain/kernel';
import type { Live } from '@diemcau/domain/live';
import type { LiveConnection, Names } from '../../live/index.ts';
import { Band, SpeechClock, speechTime, useAnnounceChange, useTicking, useWords, type Icon } from '../../ui/index.ts';
import type { Moment } from './moment.ts';
import { siteCalled, whoOf } from './people.ts';
import { roomWords } from './words.ts';

type Saying = {
  readonly tone: 'standby' | 'onAir';
  readonly icon: Icon;
  readonly said: string;
  readonly more?: string;
};
type Words = ReturnType<typeof useWords<(typeof roomWords)['vi']>>;

const ofTurn = (moment: Extract<Moment, { kind: 'turn' }>, who: string, words: Words): Saying => {
  switch (moment.microphone) {
    case 'open':
      return { tone: 'onAir', icon: IconMicrophone, said: moment.seen ? words.onAir(who) : words.heard(who) };
    case 'opening':
      return { tone: 'standby', icon: IconMicrophone, said: words.opening(who) };
    case 'silenced':
      return { tone: 'standby', icon: IconMicrophoneOff, said: words.silenced, more: words.silencedMore };
    case 'interrupted':
      return { tone: 'standby', icon: IconPlugConnectedX, said: words.interrupted, more: words.interruptedMore };
    case 'noDevice':
      return { tone: 'standby', icon: IconMicrophoneOff, said: words.noDevice, more: words.noDeviceMore };
    case 'noMedia':
      return { tone: 'standby', icon: IconPlugConnectedX, said: words.noMedia, more: words.noMediaMore };
  }
};

type Around = { readonly names: Names; readonly live: Live; readonly own: SiteId; readonly words: Words };

const sayingOf = (moment: Moment, { names, live, own, words }: Around): Saying | null => {
  switch (moment.kind) {
    case 'calm':
      return null;
    case 'seen':
      return { tone: 'onAir', icon: IconBroadcast, said: words.seen };
    case 'standby': {
      const turn = moment.place === 1 ? words.standbyPlace.first : words.standbyPlace.second;
      const said = words.standby(siteCalled(names, live, own, words), turn);
      return {
        tone: 'standby',
        icon: IconClock,
        said,
        more: words.toMicrophone(whoOf(names, moment.speakerId, words)),
      };
    }
    case 'turn':
      return ofTurn(moment, whoOf(names, moment.turn.speakerId, words), words);
  }
};

/** On the speaker's own screen alone: the last minute, and that the time is over. It never cuts anybody off. */
const useTimeSign = (turn: Turn | null, connection: LiveConnection): 'none' | 'lastMinute' | 'over' => {
  const read = useCallback(
    (now: number) => {
      const phase = turn ? speechTime(turn, now).phase : 'running';
      return phase === 'lastMinute' || phase === 'over' ? phase : 'none';
    },
    [turn],
  );
  return useTicking(connection.nowMs, read);
};

/** The band across a room that is called, or whose turn it is. */
export const TurnBand = ({
  moment,
  connection,
  names,
  live,
  own,
}: Omit<Around, 'words'> & { moment: Moment; connection: LiveConnection }) => {
  const words = useWords(roomWords);
  const turn = moment.kind === 'turn' ? moment.turn : null;
  const sign = useTimeSign(turn, connection);
  const saying = sayingOf(moment, { names, live, own, words });
  const signSaid = sign === 'none' ? null : sign === 'over' ? words.timeOver : words.lastMinute;
  const said = saying && [saying.said, saying.more].filter((part) => part !== undefined).join('. ');
  useAnnounceChange(said, saying?.tone === 'onAir' ? 'assertive' : 'polite');
  useAnnounceChange(signSaid);
  if (!saying) return null;
  const isOpen = moment.kind === 'turn' && moment.microphone === 'open';
  return (
    <div className="room-band" data-moment={moment.kind} data-time={sign}>
      <Band
        tone={saying.tone}
        icon={saying.icon}
        size="wall"
        detail={saying.more}
        end={
          turn?.startedAt != null && <SpeechClock timing={turn} nowMs={connection.nowMs} size="big" caption={false} />
        }
      >
        {saying.said}
      </Band>
      {isOpen && signSaid !== null && (
        <p className="room-sign">
          <IconAlarm size="1.2em" stroke={2} aria-hidden />
          {signSaid}
        </p>
      )}
    </div>
  );
};
