import type { ReactNode } from 'react';

import { type Back, EndOrTakeBack, SilenceAll, type SpeakerTarget, TurnCard } from '../../floor/index.ts';
import { conferenceOf, type LiveConnection, useLiveState, inSentence, type Run } from '../../live/index.ts';
import { ProgrammeVideo } from '../../media/index.ts';
import { TallyFrame, useWords } from '../../ui/index.ts';
import type { OnAirView } from './desk.ts';
import { moderatorWords } from './words.ts';

const Picture = ({ connection, onAir }: { connection: LiveConnection; onAir: OnAirView }) => {
  const words = useWords(moderatorWords);
  const name = useLiveState(connection, conferenceOf)?.name ?? '';
  return (
    <TallyFrame state={onAir.siteId === null ? 'off' : 'onAir'} word="bare" label={words.picture} ratio={null}>
      <ProgrammeVideo live={connection} label={words.picture} title={<p className="mod-title-card">{name}</p>} />
    </TallyFrame>
  );
};

export type TurnProps = {
  connection: LiveConnection;
  onAir: OnAirView;
  step: ReactNode;
  back: Back | null;
  run: Run;
  onName: (target: SpeakerTarget) => void;
};

/** The left of the desk: what is on air, and the acts that change it. */
export const Turn = ({ connection, onAir, step, back, run, onName }: TurnProps) => {
  const words = useWords(moderatorWords);
  const { turn, siteId, siteName, isElsewhere } = onAir;
  const elsewhere = siteName === null ? words.titlePicture : words.otherPicture(inSentence(siteName));
  return (
    <TurnCard
      turn={turn}
      onAirName={siteName}
      isOnAir={siteId !== null}
      picture={<Picture connection={connection} onAir={onAir} />}
      pictureNote={isElsewhere ? elsewhere : null}
      nowMs={connection.nowMs}
      run={run}
      onName={onName}
      acts={
        <>
          {step}
          <div className="fl-acts">
            <EndOrTakeBack turn={turn} back={back} nowMs={connection.nowMs} run={run} />
            <SilenceAll run={run} disabled={turn === null} />
          </div>
        </>
      }
    />
  );
};
