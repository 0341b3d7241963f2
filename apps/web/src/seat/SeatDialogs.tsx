import './SeatDialogs.css';
import { type ConferenceRole, SeatId, type SiteId } from '@diemcau/domain/kernel';
import { IconExternalLink } from '@tabler/icons-react';
import { useState } from 'react';

import { asProblem } from '../live/api.ts';
import {
  Button,
  ConfirmDialog,
  CopyField,
  Dialog,
  LinkButton,
  QrCode,
  type SaidProblem,
  StatusLine,
  TextField,
  useWords,
} from '../ui/index.ts';
import { officeSeatWords } from './office-words.ts';
import { useSeatActs } from './seats.ts';

type IssuedRole = Exclude<ConferenceRole, 'room'>;

/** Whose link it is: `who` as the sentences name it. */
export type Recipient = { readonly role: IssuedRole; readonly siteId: SiteId | null; readonly who: string };
export type Holder = { readonly seatId: SeatId; readonly who: string; readonly device: string | null };

/** `link`: made elsewhere, shown with its QR code. */
export type SeatQuestion =
  | { readonly kind: 'issue'; readonly to: Recipient; readonly seatId: SeatId }
  | { readonly kind: 'reissue'; readonly of: Holder }
  | { readonly kind: 'revoke'; readonly of: Holder }
  | { readonly kind: 'link'; readonly who: string; readonly link: string };

export const askIssue = (to: Recipient): SeatQuestion => ({
  kind: 'issue',
  to,
  // Made once for each question, so that a second press issues the same seat.
  seatId: SeatId.parse(crypto.randomUUID()),
});

type Step = (next: SeatQuestion | null) => void;
type Acts = ReturnType<typeof useSeatActs>;

/** Runs an act and keeps its refusal, so that the window stays open and says it. */
const useRun = () => {
  const [problem, setProblem] = useState<SaidProblem | null>(null);
  const run = async (act: () => Promise<void>) => {
    setProblem(null);
    try {
      await act();
    } catch (thrown) {
      setProblem(asProblem(thrown));
    }
  };
  return { problem, run };
};

type IssueProps = { asked: Extract<SeatQuestion, { kind: 'issue' }>; acts: Acts; step: Step };

const IssueDialog = ({ asked: { to, seatId }, acts, step }: IssueProps) => {
  const words = useWords(officeSeatWords).issue;
  const [name, setName] = useState('');
  const [pending, setPending] = useState(false);
  const { problem, run } = useRun();
  const send = async () => {
    if (pending) return;
    setPending(true);
    const personName = name.trim() === '' ? null : name.trim();
    await run(async () => {
      const link = await acts.issue({ seatId, role: to.role, siteId: to.siteId, personName });
      step({ kind: 'link', who: personName ?? to.who, link });
    });
    setPending(false);
  };
  return (
    <Dialog
      open
      title={words.title(to.who)}
      onClose={() => step(null)}
      actions={
        <>
          <Button onPress={() => step(null)}>{words.cancel}</Button>
          <Button tone="primary" onPress={send} pending={pending}>
            {words.confirm}
          </Button>
        </>
      }
    >
      <form
        className="col"
        onSubmit={(event) => {
          event.preventDefault();
          void send();
        }}
      >
        <TextField
          label={words.name}
          hint={words.nameHint}
          value={name}
          onChange={setName}
          maxLength={80}
          autoComplete="off"
          autoFocus
        />
        <StatusLine problem={problem} />
      </form>
    </Dialog>
  );
};

type AskProps = { asked: Extract<SeatQuestion, { kind: 'reissue' | 'revoke' }>; acts: Acts; step: Step };

const AskDialog = ({ asked: { kind, of }, acts, step }: AskProps) => {
  const words = useWords(officeSeatWords)[kind];
  const { problem, run } = useRun();
  const confirm = () =>
    run(async () => {
      if (kind === 'reissue') return step({ kind: 'link', who: of.who, link: await acts.reissue(of.seatId) });
      await acts.revoke(of.seatId);
      return step(null);
    });
  return (
    <ConfirmDialog
      open
      title={words.title(of.who)}
      effect={
        <div className="col">
          <p>{of.device === null ? words.unopened : words.opened(of.device)}</p>
          <StatusLine problem={problem} />
        </div>
      }
      confirm={words.confirm}
      tone={kind === 'revoke' ? 'danger' : 'primary'}
      onConfirm={confirm}
      onCancel={() => step(null)}
    />
  );
};

const LinkDialog = ({ who, link, step }: { who: string; link: string; step: Step }) => {
  const words = useWords(officeSeatWords).link;
  return (
    <Dialog
      open
      title={words.title(who)}
      onClose={() => step(null)}
      actions={
        <>
          <LinkButton href={link} newTab icon={IconExternalLink}>
            {words.here}
          </LinkButton>
          <Button tone="primary" onPress={() => step(null)}>
            {words.done}
          </Button>
        </>
      }
    >
      <div className="seat-link">
        <p>{words.once}</p>
        <CopyField label={words.label} value={link} />
        <div className="seat-link-qr">
          <QrCode text={link} label={words.qr} size={200} />
        </div>
      </div>
    </Dialog>
  );
};

export type SeatDialogsProps = { conferenceId: string; asked: SeatQuestion | null; step: Step };

/** The questions about a seat, one window after the other: whom, the link with its QR code; or the effect of taking it. */
export const SeatDialogs = ({ conferenceId, asked, step }: SeatDialogsProps) => {
  const acts = useSeatActs(conferenceId);
  if (asked === null) return null;
  switch (asked.kind) {
    case 'issue':
      return <IssueDialog asked={asked} acts={acts} step={step} />;
    case 'reissue':
    case 'revoke':
      return <AskDialog key={asked.kind} asked={asked} acts={acts} step={step} />;
    case 'link':
      return <LinkDialog who={asked.who} link={asked.link} step={step} />;
  }
};
