import './PairingPage.css';
import { useEffect, useState, useSyncExternalStore } from 'react';
import { DemoMark } from '../ui/live/DemoTag.tsx';
import type { ReactNode } from 'react';
import { Mark, QrCode, SecrecyNote, useAnnounceChange, useFormats, useSentence, useWords } from '../ui/index.ts';
import { pairingWords } from './pairing-words.ts';
import { RoomPairing, type Pairing } from './room-pairing.ts';

export type PairingPageProps = {
  /** Said above the code: why this screen has no place. */
  reason?: string;
  /** The clerk has confirmed: go there. */
  onOpened: (path: string) => void;
  /** Beside the title. */
  corner?: ReactNode;
};

const usePairing = (): Pairing => {
  const [pairing] = useState(() => new RoomPairing());
  useEffect(() => {
    pairing.start();
    return () => pairing.stop();
  }, [pairing]);
  return useSyncExternalStore(pairing.subscribe, pairing.state);
};

/** Where the clerk's phone goes when it scans the code; the code itself never reaches a server's log. */
const confirmAddress = (userCode: string): string => `${location.origin}/man-hinh#${userCode}`;

/** Letter by letter for a screen reader, which would try to say it as a word. */
const spelled = (userCode: string): string => userCode.replace('-', '').split('').join(' ');

const Code = ({ userCode, until }: { userCode: string; until: number }) => {
  const words = useWords(pairingWords);
  const formats = useFormats();
  return (
    <div className="pairing-code">
      <div className="pairing-words">
        <p>{words.ask}</p>
        <p className="pairing-letters" role="img" aria-label={words.spelled(spelled(userCode))}>
          {userCode}
        </p>
        <p className="pairing-waiting">{words.waiting}</p>
        <p className="muted">{words.renewed(formats.time(until))}</p>
      </div>
      <figure className="pairing-qr">
        <QrCode text={confirmAddress(userCode)} label={words.qr(userCode)} size="100%" />
        <figcaption>{words.scan}</figcaption>
      </figure>
    </div>
  );
};

/** A screen without a place: its code, large enough to be read across the room, and what to do with it. */
export const PairingPage = ({ reason, onOpened, corner }: PairingPageProps) => {
  const words = useWords(pairingWords);
  const sentence = useSentence();
  const pairing = usePairing();
  useEffect(() => {
    if (pairing.status === 'opened') onOpened(pairing.path);
  }, [pairing, onOpened]);
  useAnnounceChange(pairing.status === 'showing' ? words.spelled(spelled(pairing.userCode)) : null);
  return (
    <main className="pairing" data-pairing={pairing.status}>
      <header className="pairing-head">
        <Mark size="2em" />
        <h1>{words.title}</h1>
        {corner}
      </header>
      <div className="pairing-middle">
        {reason !== undefined && <p className="pairing-reason">{reason}</p>}
        {pairing.status === 'showing' && <Code userCode={pairing.userCode} until={pairing.until} />}
        {pairing.status === 'asking' && <p className="pairing-waiting">{words.asking}</p>}
        {pairing.status === 'failed' && (
          <div role="alert">
            <p>{sentence(pairing.problem)}</p>
            <p className="pairing-waiting">{words.failed}</p>
          </div>
        )}
      </div>
      <footer className="pairing-foot">
        <DemoMark />
        <SecrecyNote />
      </footer>
    </main>
  );
};
