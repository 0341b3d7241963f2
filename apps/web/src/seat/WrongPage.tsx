import { pathOf } from '@diemcau/domain/seat';
import { EntryPage, LinkButton, useWords } from '../ui/index.ts';
import type { Held } from './own-seat.ts';
import { seatWords } from './words.ts';

/** A page opened with the seat of another one: whose this link is, and the way to its own page. */
export const WrongPage = ({ held }: { held: Held }) => {
  const words = useWords(seatWords);
  const role = words.roles[held.role];
  return (
    <EntryPage title={words.wrongPage.title}>
      <p role="alert">{words.wrongPage.body(role)}</p>
      <LinkButton href={pathOf(held)} tone="primary" wide anew>
        {words.wrongPage.go(role)}
      </LinkButton>
    </EntryPage>
  );
};
