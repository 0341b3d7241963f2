import { useRouter } from '@tanstack/react-router';

import { FirstForm, signInHref } from '../../organisation/index.ts';
import { EntryPage, LinkButton, useWords } from '../../ui/index.ts';
import { firstWords } from './words.ts';

/** `/first#<secret>`: makes the first administrator, who is signed in then. The secret leaves the address with it. */
export const FirstScreen = ({ secret }: { secret: string }) => {
  const words = useWords(firstWords);
  const { history } = useRouter();
  if (secret === '') {
    return (
      <EntryPage title={words.incompleteTitle}>
        <p>{words.incomplete}</p>
        <LinkButton href={signInHref('/')}>{words.signIn}</LinkButton>
      </EntryPage>
    );
  }
  return (
    <EntryPage title={words.title}>
      <p className="muted">{words.body}</p>
      <FirstForm secret={secret} onSignedIn={() => history.replace('/')} />
      <LinkButton href={signInHref('/')} tone="quiet">
        {words.signIn}
      </LinkButton>
    </EntryPage>
  );
};
