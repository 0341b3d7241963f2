import './Chair.css';
import type { Live } from '@diemcau/domain/live';
import { IconMessage2 } from '@tabler/icons-react';

import { BreakBand, breakOf } from '../../conference/phase-index.ts';
import { cueWords, floorWords, siteText, useTurnLimit, useWatch, whoText } from '../../floor/index.ts';
import {
  attendanceOf,
  liveOf,
  type LiveConnection,
  mediaOf,
  namesOf,
  presenceOf,
  useLiveState,
  inSentence,
  useActs,
} from '../../live/index.ts';
import { wholeOf } from '../../attendance/index.ts';
import { StageProvider } from '../../media/index.ts';
import { sheetCue, useBack, useSay } from '../../run-sheet/index.ts';
import { LineNotice, SeatGate } from '../../seat/index.ts';
import { SecrecyNote, StatusLine, useAnnounceChange, useFormats, useShortcuts, useWords } from '../../ui/index.ts';
import { ChairBar } from './ChairBar.tsx';
import { prompterSites, prompterView, type Prompter } from './prompter.ts';
import { Speaking } from './Speaking.tsx';
import { UpNext } from './UpNext.tsx';
import { chairWords } from './words.ts';
import { Words } from './Words.tsx';

const useAnnouncements = ({ turn }: Prompter): void => {
  const words = useWords(chairWords);
  const floor = useWords(floorWords);
  const site = turn === null ? '' : inSentence(siteText(turn.site, floor));
  useAnnounceChange(
    turn === null ? words.announceNobody : words.announceTurn(whoText(turn.person, turn.site, floor), site),
  );
  useAnnounceChange(turn?.interruption === 'lost' ? words.announceLost(site) : null, 'assertive');
};

/** How many of those summoned are there; nothing while no site has named anybody. */
const Delegates = ({ connection }: { connection: LiveConnection }) => {
  const words = useWords(chairWords);
  const { count } = useFormats();
  const totals = useLiveState(connection, attendanceOf);
  if (totals === null || (totals.summoned === 0 && totals.present === 0)) return null;
  const { present, summoned } = totals;
  const whole = wholeOf(present, summoned);
  return <span className="num">{words.delegates(count(present), whole === 0 ? null : count(whole))}</span>;
};

const PrompterPage = ({ connection, live }: { connection: LiveConnection; live: Live }) => {
  const words = useWords(cueWords);
  const names = useLiveState(connection, namesOf);
  const media = useLiveState(connection, mediaOf);
  const presence = useLiveState(connection, presenceOf);
  const answered = useWatch(connection, prompterSites(live));
  const [limitSeconds] = useTurnLimit(connection.state().seat?.conferenceId ?? '');
  const { run, problem, dismiss } = useActs(connection);
  const view = prompterView({ live, names, media, presence, answered, limitSeconds, now: connection.nowMs() });
  const { row, next } = view;
  const cue = sheetCue(live, names, connection.state().conference?.name ?? '', useSay());
  const back = useBack(live, names);
  const pause = breakOf(live);
  const command = row?.command ?? (next.status === 'ready' ? next.command : null);
  useShortcuts({ ' ': () => void (command && run(command)) });
  useAnnouncements(view);
  return (
    <div className="chair">
      <ChairBar connection={connection} live={live} />
      <div className="chair-notices">
        <LineNotice connection={connection} />
        {pause && <BreakBand returnsAt={pause.returnsAt} nowMs={connection.nowMs} />}
      </div>
      <main className="chair-main">
        <section className="chair-cue" aria-labelledby="chair-cue">
          <h2 id="chair-cue" className="chair-label blue">
            <IconMessage2 size="1.1em" stroke={2} aria-hidden />
            {words.cue.title}
          </h2>
          <Words view={view} cue={cue} />
          <p className="chair-secrecy">
            <SecrecyNote />
            <Delegates connection={connection} />
          </p>
        </section>
        <Speaking connection={connection} view={view} back={back} run={run} />
      </main>
      <UpNext view={view} limitSeconds={limitSeconds} run={run} />
      <div className="chair-status">
        <StatusLine problem={problem} onDismiss={dismiss} />
      </div>
    </div>
  );
};

const Connected = ({ connection }: { connection: LiveConnection }) => {
  const live = useLiveState(connection, liveOf);
  if (live === null) return null;
  // The chair sits in the hall: what this page played would come back through the hall's microphone.
  return (
    <StageProvider live={connection} sound={false}>
      <PrompterPage connection={connection} live={live} />
    </StageProvider>
  );
};

/** `/c/<id>/chair`: nothing to operate, everything to read; "Tiếp" may be pressed or never touched. */
export const ChairScreen = ({ conferenceId }: { conferenceId: string }) => (
  <SeatGate conferenceId={conferenceId} role="chair">
    {(connection) => <Connected connection={connection} />}
  </SeatGate>
);
