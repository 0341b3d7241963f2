import { MySeats, type MySeat } from '@diemcau/domain/seat';
import { IconDoorEnter } from '@tabler/icons-react';
import { useRouter } from '@tanstack/react-router';
import { useEffect, useState } from 'react';

import { api, asProblem, type Problem } from '../../live/api.ts';
import { mayRetry, officeSeatWords, redeem, refusalKind, seatWords, secretInLink } from '../../seat/index.ts';
import { Button, EntryPage, InAppBanner, inAppBrowserOf, LinkButton, useSentence, useWords } from '../../ui/index.ts';

/** Seats that this device holds already; none when that cannot be read, for the page works without. */
const useHeldSeats = (wanted: boolean): readonly MySeat[] => {
  const [held, setHeld] = useState<readonly MySeat[]>([]);
  useEffect(() => {
    if (!wanted) return;
    const asked = new AbortController();
    api.get('/seats/mine', MySeats, { signal: asked.signal }).then(
      (seats) => setHeld(seats.filter(({ state }) => state === 'opened')),
      () => setHeld([]),
    );
    return () => asked.abort();
  }, [wanted]);
  return held;
};

const HeldSeats = ({ seats }: { seats: readonly MySeat[] }) => {
  const words = useWords(officeSeatWords).redeem;
  const roles = useWords(seatWords).roles;
  if (seats.length === 0) return null;
  return (
    <div className="col">
      <p className="muted">{words.held}</p>
      {seats.map(({ seatId, role, siteName, path }) => (
        <LinkButton key={seatId} href={path} wide>
          {words.goOn(roles[role], siteName === null ? '' : ` · ${siteName}`)}
        </LinkButton>
      ))}
    </div>
  );
};

type RefusedProps = { problem: Problem; onRetry: () => void };

const Refused = ({ problem, onRetry }: RefusedProps) => {
  const words = useWords(officeSeatWords).redeem;
  const sentence = useSentence();
  const kind = refusalKind(problem.code);
  const held = useHeldSeats(kind !== 'over');
  return (
    <EntryPage title={words.refused[kind]}>
      <p role="alert">{sentence(problem)}</p>
      {mayRetry(kind) && (
        <Button tone="primary" size="big" wide onPress={onRetry}>
          {words.retry}
        </Button>
      )}
      <HeldSeats seats={held} />
      <p className="tiny faint">{problem.code}</p>
    </EntryPage>
  );
};

type OpeningProps = {
  fragment: string;
  words: { readonly title: string; readonly body: string; readonly enter: string; readonly secretNote: string };
  /** Answers with the seat's page. */
  open: (secret: string) => Promise<{ readonly path: string }>;
  /** It opens once: inside a chat's browser it had better not be used up. */
  once: boolean;
};

/**
 * A link with a secret. Nothing is sent before the button is pressed, so that a chat's preview does not use it up; the
 * page of the seat takes its place in the history, so that the secret does not stay in the address.
 */
export const Opening = ({ fragment, words: own, open, once }: OpeningProps) => {
  const words = useWords(officeSeatWords).redeem;
  const { history } = useRouter();
  const [problem, setProblem] = useState<Problem | null>(null);
  const secret = secretInLink(fragment);
  const isInApp = once && inAppBrowserOf(navigator.userAgent) !== null;
  if (secret === null) {
    return (
      <EntryPage title={words.incomplete}>
        <p role="alert">{words.incompleteBody}</p>
      </EntryPage>
    );
  }
  const enter = async () => {
    try {
      const { path } = await open(secret);
      history.replace(path);
    } catch (thrown) {
      setProblem(asProblem(thrown));
    }
  };
  if (problem !== null) return <Refused problem={problem} onRetry={() => setProblem(null)} />;
  return (
    <EntryPage title={own.title}>
      <InAppBanner />
      <p>{own.body}</p>
      {isInApp ? (
        <Button wide onPress={enter}>
          {words.enterAnyway}
        </Button>
      ) : (
        <Button tone="primary" size="big" wide icon={IconDoorEnter} onPress={enter} autoFocus>
          {own.enter}
        </Button>
      )}
      <p className="small muted">{own.secretNote}</p>
    </EntryPage>
  );
};

/** `/l#<secret>`: a personal link. */
export const RedeemScreen = ({ secret }: { secret: string }) => (
  <Opening fragment={secret} words={useWords(officeSeatWords).redeem} open={redeem} once />
);
