import { IconArrowsExchange, IconId } from '@tabler/icons-react';
import { useState } from 'react';
import type { Live } from '@diemcau/domain/live';

import { floorWords, lowerThirdOf, type TurnView } from '../../floor/index.ts';
import { conferenceOf, type LiveConnection, namesOf, useLiveState, type Run } from '../../live/index.ts';
import { ProgrammeVideo, SiteVideo } from '../../media/index.ts';
import { Monitor, type MonitorView, monitorView, programmeWords, useMonitorName } from '../../programme/index.ts';
import { Button, Kbd, LowerThird, SpeechClock, type TagTone, usePress, useWords } from '../../ui/index.ts';

type Status = { readonly tone: TagTone; readonly text: string };

const useStatus = (view: MonitorView, hasPicture: boolean): Status | null => {
  const words = useWords(programmeWords);
  if (view.kind === 'title') return null;
  if (view.isLost) return { tone: 'amber', text: words.lost };
  return hasPicture ? { tone: 'green', text: words.ready } : { tone: 'amber', text: words.noPicture };
};

const Preview = ({ live, connection }: { live: Live; connection: LiveConnection }) => {
  const words = useWords(programmeWords);
  const names = useLiveState(connection, namesOf);
  const title = useLiveState(connection, conferenceOf)?.name ?? '';
  const { preview } = live.programme;
  const view = monitorView(live, names, preview);
  const [pictured, setPictured] = useState<string | null>(null);
  const hasPicture = view.kind === 'site' && pictured === view.siteId;
  const status = useStatus(view, hasPicture);
  return (
    <Monitor side="preview" view={view} status={status}>
      {view.kind === 'title' ? (
        <p className="pg-title">{title}</p>
      ) : (
        <>
          {!hasPicture && <p className="pg-place">{view.isLost ? words.lost : words.noPicture}</p>}
          <SiteVideo
            key={view.siteId}
            siteId={view.siteId}
            quality="medium"
            onPicture={(is) => setPictured(is ? view.siteId : null)}
          />
        </>
      )}
    </Monitor>
  );
};

const OnAir = ({ live, connection, turn }: { live: Live; connection: LiveConnection; turn: TurnView | null }) => {
  const floor = useWords(floorWords);
  const words = useWords(programmeWords);
  const names = useLiveState(connection, namesOf);
  const title = useLiveState(connection, conferenceOf)?.name ?? '';
  const view = monitorView(live, names, live.programme.onAir);
  const isLive = live.conference.status === 'open' || live.conference.status === 'paused';
  return (
    <Monitor
      side="onAir"
      view={view}
      status={null}
      isLive={isLive}
      {...(turn ? { end: <SpeechClock timing={turn.timing} nowMs={connection.nowMs} size="inline" /> } : {})}
    >
      <ProgrammeVideo live={connection} label={words.onAirLabel} title={<p className="pg-title">{title}</p>}>
        {(shown) => {
          const lines = shown.kind === 'site' ? lowerThirdOf(live, names, shown.siteId, floor) : null;
          return lines && <LowerThird {...lines} />;
        }}
      </ProgrammeVideo>
    </Monitor>
  );
};

const CutButton = ({ what, onCut }: { what: string; onCut: (() => Promise<unknown>) | null }) => {
  const words = useWords(programmeWords);
  const press = usePress(onCut ?? undefined);
  return (
    <button
      type="button"
      className="op-cut"
      disabled={onCut === null}
      aria-busy={press.pending || undefined}
      aria-disabled={press.pending || undefined}
      aria-keyshortcuts="Enter"
      onClick={press.start}
    >
      <IconArrowsExchange size={26} stroke={2} aria-hidden />
      <span>
        {words.cut} <span className="hidden-text">{what}</span>
      </span>
      <Kbd>Enter</Kbd>
    </button>
  );
};

export type MonitorsProps = {
  live: Live;
  connection: LiveConnection;
  turn: TurnView | null;
  run: Run;
  onCut: (() => Promise<unknown>) | null;
};

/** Preview at the left, programme at the right, and between them what makes the one the other. */
export const Monitors = ({ live, connection, turn, run, onCut }: MonitorsProps) => {
  const words = useWords(programmeWords);
  const names = useLiveState(connection, namesOf);
  const { preview } = live.programme;
  const what = useMonitorName(monitorView(live, names, preview));
  return (
    <div className="op-monitors">
      <Preview live={live} connection={connection} />
      <div className="op-between">
        <CutButton what={what} onCut={onCut} />
        <Button
          icon={IconId}
          shortcut="0"
          pressed={preview.kind === 'title'}
          className="op-title"
          onPress={() => run({ type: 'programme.preview', source: { kind: 'title' } })}
        >
          {words.title}
        </Button>
      </div>
      <OnAir live={live} connection={connection} turn={turn} />
    </div>
  );
};
