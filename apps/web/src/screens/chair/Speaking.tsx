import { type Back, cueWords, EndOrTakeBack, floorWords, MicrophoneTag, placeText } from '../../floor/index.ts';
import { conferenceOf, type LiveConnection, useLiveState, type Run } from '../../live/index.ts';
import { ProgrammeVideo } from '../../media/index.ts';
import { Lamp, SpeechClock, TallyFrame, useWords } from '../../ui/index.ts';
import type { Prompter } from './prompter.ts';
import { chairWords } from './words.ts';

const Who = ({ view }: { view: Prompter }) => {
  const words = useWords(floorWords);
  const { turn, onAirName } = view;
  if (turn === null) return <p className="chair-name">{onAirName ?? words.onAir.nobody}</p>;
  return (
    <p className="chair-name">
      {turn.person && <span className="muted">{turn.person.honorific} </span>}
      {turn.person?.name ?? placeText(turn.site, words)}
    </p>
  );
};

export type SpeakingProps = { connection: LiveConnection; view: Prompter; back: Back | null; run: Run };

/** The right of the prompter: the picture on air, who speaks, the time. */
export const Speaking = ({ connection, view, back, run }: SpeakingProps) => {
  const words = useWords(chairWords);
  const cue = useWords(cueWords).upNext;
  const floor = useWords(floorWords);
  const title = useLiveState(connection, conferenceOf)?.name ?? '';
  const { turn, isOnAir } = view;
  return (
    <section className="chair-speaking" aria-labelledby="chair-speaking">
      <h2 id="chair-speaking" className={`chair-label ${isOnAir ? 'red' : ''}`}>
        {isOnAir && <Lamp />}
        {turn ? cue.speaking : isOnAir ? cue.onAir : cue.off}
      </h2>
      <TallyFrame state={isOnAir ? 'onAir' : 'off'} word="bare" label={words.picture}>
        <ProgrammeVideo live={connection} label={words.picture} title={<p className="chair-title-card">{title}</p>} />
      </TallyFrame>
      <div className="chair-who">
        <Who view={view} />
        {turn && (
          <div className="chair-clock">
            <SpeechClock timing={turn.timing} nowMs={connection.nowMs} size="big" />
          </div>
        )}
        {turn?.person && <p className="chair-place">{placeText(turn.site, floor)}</p>}
        {turn?.subject != null && <p className="chair-place">{turn.subject}</p>}
      </div>
      <div className="chair-end">
        {turn && turn.microphone !== 'open' && <MicrophoneTag state={turn.microphone} />}
        {(turn || back) && (
          <EndOrTakeBack turn={turn} back={back} nowMs={connection.nowMs} run={run} size="big" keys={false} />
        )}
      </div>
    </section>
  );
};
