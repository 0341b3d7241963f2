import './WatchPanel.css';
import { DEFAULT_WATCHERS, MAX_WATCHERS, type WatchLink } from '@diemcau/domain/seat';
import { useState } from 'react';

import { asProblem, type Problem } from '../live/api.ts';
import {
  Button,
  CheckField,
  ConfirmDialog,
  CopyField,
  ErrorState,
  Loading,
  Panel,
  QrCode,
  StatusLine,
  TextField,
  useFormats,
  useWords,
} from '../ui/index.ts';
import { SeatsOfRole } from './PeoplePanel.tsx';
import { SeatDialogs, type SeatQuestion } from './SeatDialogs.tsx';
import { useWatchLink, useWatchLinkActs } from './watch-link.ts';
import { watchLinkWords } from './watch-words.ts';

type Acts = ReturnType<typeof useWatchLinkActs>;

/** What the number field says, as a number that may be set; null while it is none. */
const mostIn = (text: string): number | null => {
  const most = Number(text.trim());
  return /^\d+$/.test(text.trim()) && most >= 1 && most <= MAX_WATCHERS ? most : null;
};

type MostProps = { most: number; disabled: boolean; onSave: (most: number) => Promise<void> };

const Most = ({ most, disabled, onSave }: MostProps) => {
  const words = useWords(watchLinkWords).link;
  const [text, setText] = useState(String(most));
  const wanted = mostIn(text);
  return (
    <div className="watch-most">
      <TextField
        label={words.most}
        hint={words.mostHint}
        value={text}
        onChange={setText}
        disabled={disabled}
        {...(wanted === null ? { error: words.mostWrong } : {})}
      />
      {wanted !== null && wanted !== most && (
        <Button size="small" onPress={() => onSave(wanted)}>
          {words.save}
        </Button>
      )}
    </div>
  );
};

type LinkProps = { link: WatchLink & { linkId: string; link: string }; acts: Acts; canChange: boolean };

const Shared = ({ link: { linkId, link, most, watching }, acts, canChange }: LinkProps) => {
  const words = useWords(watchLinkWords).link;
  const { count } = useFormats();
  const address = new URL(link, location.origin).href;
  return (
    <div className="watch-link">
      <div className="col">
        <p className="num" role="status">
          {words.watching(count(watching), count(most))}
        </p>
        <CopyField label={words.label} value={address} />
        <Most key={most} most={most} disabled={!canChange} onSave={(wanted) => acts.allow(linkId, wanted)} />
      </div>
      <QrCode text={address} label={words.qr} size={148} />
    </div>
  );
};

/** The switch of the public watch link, off by default, and the link while it is on. */
const PublicLink = ({ conferenceId, canChange }: { conferenceId: string; canChange: boolean }) => {
  const words = useWords(watchLinkWords);
  const { count } = useFormats();
  const { data, error, refetch } = useWatchLink(conferenceId);
  const plain = useWatchLinkActs(conferenceId);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [isAsking, setAsking] = useState(false);
  // Made once for each time it is allowed, so that a second press makes no second link.
  const [linkId, setLinkId] = useState(() => crypto.randomUUID());
  const saying = async (act: Promise<void>) => {
    setProblem(null);
    await act.catch((thrown: unknown) => setProblem(asProblem(thrown)));
  };
  const acts: Acts = {
    allow: (id, most) => saying(plain.allow(id, most)),
    withdraw: () => saying(plain.withdraw()),
  };
  if (data === undefined) return error ? <ErrorState problem={asProblem(error)} onRetry={refetch} /> : <Loading />;
  const { link, linkId: current } = data;
  const isOn = link !== null && current !== null;
  return (
    <>
      <CheckField
        label={words.link.allow}
        checked={isOn}
        disabled={!canChange}
        onChange={(on) => (on ? void acts.allow(linkId, DEFAULT_WATCHERS) : setAsking(true))}
      />
      <p className="small muted">{words.link.honest}</p>
      <StatusLine problem={problem} />
      {isOn && <Shared link={{ ...data, link, linkId: current }} acts={acts} canChange={canChange} />}
      <ConfirmDialog
        open={isAsking}
        title={words.withdraw.title}
        effect={words.withdraw.effect(count(data.watching))}
        confirm={words.withdraw.confirm}
        tone="danger"
        onConfirm={async () => {
          await acts.withdraw();
          setLinkId(crypto.randomUUID());
          setAsking(false);
        }}
        onCancel={() => setAsking(false)}
      />
    </>
  );
};

/** Who only watches: people with a link of their own each, and a link for all when the conference allows it. */
export const WatchPanel = ({ conferenceId, canChange }: { conferenceId: string; canChange: boolean }) => {
  const words = useWords(watchLinkWords);
  const [asked, ask] = useState<SeatQuestion | null>(null);
  return (
    <Panel title={words.title} note={<span className="small muted">{words.hint}</span>} body="flush">
      <div className="watch-parts">
        <section className="seat-role" aria-label={words.link.title}>
          <div className="seat-role-head">
            <h3>{words.link.title}</h3>
          </div>
          <PublicLink conferenceId={conferenceId} canChange={canChange} />
        </section>
        <SeatsOfRole role="observer" title={words.byName} {...{ conferenceId, canChange, ask }} />
      </div>
      <SeatDialogs conferenceId={conferenceId} asked={asked} step={ask} />
    </Panel>
  );
};
