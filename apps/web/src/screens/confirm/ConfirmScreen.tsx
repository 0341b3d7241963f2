import { type MySeat, MySeats } from '@diemcau/domain/seat';
import { useEffect, useState } from 'react';

import { api, asProblem } from '../../live/api.ts';
import { codeInLink } from '../../seat/user-code.ts';
import { Button, EntryPage, LinkButton, Loading, type SaidProblem, StatusLine, useWords } from '../../ui/index.ts';
import { type ClerkPlace, clerkPlaces } from './clerk-seats.ts';
import { confirmWords } from './words.ts';

type Seen =
  | { readonly status: 'looking' }
  | { readonly status: 'seats'; readonly seats: readonly MySeat[] }
  | { readonly status: 'failed'; readonly problem: SaidProblem };

const look = async (): Promise<Seen> => {
  try {
    return { status: 'seats', seats: await api.get('/seats/mine', MySeats) };
  } catch (thrown) {
    return { status: 'failed', problem: asProblem(thrown) };
  }
};

const useSeats = () => {
  const [seen, setSeen] = useState<Seen>({ status: 'looking' });
  const [tries, setTries] = useState(0);
  useEffect(() => {
    let gone = false;
    void look().then((next) => !gone && setSeen(next));
    return () => {
      gone = true;
    };
  }, [tries]);
  return { seen, again: () => setTries((n) => n + 1) };
};

const Places = ({ places, code }: { places: readonly ClerkPlace[]; code: string }) => {
  const words = useWords(confirmWords);
  const only = places.length === 1 ? places[0] : undefined;
  useEffect(() => {
    if (only) location.replace(only.address);
  }, [only]);
  if (only) return <Loading>{words.looking}</Loading>;
  if (places.length === 0) return <p role="alert">{words.none(code)}</p>;
  return (
    <div className="col">
      <p>{words.choose(code)}</p>
      {places.map((place) => (
        <LinkButton key={place.seatId} href={place.address} wide>
          {`${place.name} · ${place.conference}`}
        </LinkButton>
      ))}
    </div>
  );
};

/** `/man-hinh#BCDF-GHJK`: where a scanned code leads; on to the clerk's page of this device, which confirms it. */
export const ConfirmScreen = ({ secret }: { secret: string }) => {
  const words = useWords(confirmWords);
  const { seen, again } = useSeats();
  const code = codeInLink(secret);
  return (
    <EntryPage title={words.title}>
      {code === null && <p role="alert">{words.noCode}</p>}
      {code !== null && seen.status === 'looking' && <Loading>{words.looking}</Loading>}
      {code !== null && seen.status === 'seats' && <Places places={clerkPlaces(seen.seats, code)} code={code} />}
      {seen.status === 'failed' && (
        <>
          <StatusLine problem={seen.problem} />
          <Button tone="primary" onPress={again}>
            {words.again}
          </Button>
        </>
      )}
    </EntryPage>
  );
};
