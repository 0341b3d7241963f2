import type { Live } from '@diemcau/domain/live';
import type { ReactNode } from 'react';

import { DriftTag, useItemLine } from '../../agenda/index.ts';
import { floorWords, MicrophoneTag, placeText, siteText, type TurnView, whoText } from '../../floor/index.ts';
import { conferenceOf, inSentence, type LiveConnection, mediaOf, namesOf, useLiveState } from '../../live/index.ts';
import { speechKindWords } from '../../live/speech-kinds.ts';
import { ProgrammeVideo } from '../../media/index.ts';
import { useRowTexts } from '../../run-sheet/index.ts';
import { Panel, SpeechClock, TallyFrame, TallyTag, useAnnounceChange, useWords } from '../../ui/index.ts';
import { type Coming, nowView } from './now.ts';
import { secretaryWords } from './words.ts';

const Speaker = ({ turn }: { turn: TurnView }) => {
  const words = useWords(floorWords);
  const kinds = useWords(speechKindWords).label;
  const { person, site, kind, subject } = turn;
  return (
    <>
      <p className="sec-name">
        {person && <span className="muted">{person.honorific} </span>}
        {person?.name ?? placeText(site, words)}
      </p>
      {person && (
        <p className="sec-position small muted" title={person.position}>
          {person.position}
        </p>
      )}
      <p className="small muted">
        {person === null ? words.unnamedPerson : placeText(site, words)} · {kinds[kind]}
      </p>
      {subject !== null && (
        <p className="sec-position small" title={subject}>
          {subject}
        </p>
      )}
    </>
  );
};

const Next = ({ coming }: { coming: Coming }) => {
  const words = useWords(secretaryWords);
  const floor = useWords(floorWords);
  const texts = useRowTexts();
  if (coming.kind === 'unknown') return <p className="muted">{words.nobody}</p>;
  if (coming.kind === 'row') return <p>{texts.line(coming.step.row)}</p>;
  const { person, site } = coming;
  return (
    <p>
      {whoText(person, site, floor)}
      {person && <span className="muted"> · {placeText(site, floor)}</span>}
    </p>
  );
};

const Picture = ({ connection, isOnAir }: { connection: LiveConnection; isOnAir: boolean }) => {
  const { picture } = useWords(secretaryWords);
  const name = useLiveState(connection, conferenceOf)?.name ?? '';
  return (
    <TallyFrame state={isOnAir ? 'onAir' : 'off'} word="bare" label={picture}>
      <ProgrammeVideo live={connection} label={picture} title={<p className="sec-title-card">{name}</p>} />
    </TallyFrame>
  );
};

/** The right of the desk: who is on air, where the agenda stands, what comes. */
export const Now = ({ connection, live, still }: { connection: LiveConnection; live: Live; still: ReactNode }) => {
  const words = useWords(secretaryWords);
  const floor = useWords(floorWords);
  const names = useLiveState(connection, namesOf);
  const media = useLiveState(connection, mediaOf);
  const item = useItemLine(connection);
  const { turn, isOnAir, onAirName, coming } = nowView(live, names, media, connection.nowMs());
  const { nowMs } = connection;
  const said = turn && words.speaking(whoText(turn.person, turn.site, floor), inSentence(siteText(turn.site, floor)));
  useAnnounceChange(said ?? words.hallOnAir);
  return (
    <aside className="sec-now">
      <Panel title={words.now} className="sec-on-air" note={isOnAir && <TallyTag state="onAir" />} scroll>
        <Picture connection={connection} isOnAir={isOnAir} />
        {still}
        <div className="sec-who">
          {turn ? <Speaker turn={turn} /> : <p className="sec-name">{onAirName ?? floor.onAir.nobody}</p>}
          {turn && (
            <div className="row wrap">
              <SpeechClock timing={turn.timing} nowMs={nowMs} />
              <MicrophoneTag state={turn.microphone} />
            </div>
          )}
        </div>
        <dl className="sec-facts">
          <div>
            <dt>{words.item}</dt>
            <dd>
              <p>{item ?? words.noItem}</p>
              <DriftTag live={live} nowMs={nowMs} long />
            </dd>
          </div>
          <div>
            <dt>{words.next}</dt>
            <dd>
              <Next coming={coming} />
            </dd>
          </div>
        </dl>
      </Panel>
    </aside>
  );
};
