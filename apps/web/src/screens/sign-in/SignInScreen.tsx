import { useRouter } from '@tanstack/react-router';
import { useEffect } from 'react';

import { firstHref, safeReturn, SignInForm, useSession } from '../../organisation/index.ts';
import { EntryPage, Notice, useWords } from '../../ui/index.ts';
import { signInWords } from './words.ts';

/**
 * `/sign-in`: login and password of an administrator; then back to the page that asked for it. The one-time link of the
 * server's first start may lead here too: it goes on to making the first administrator.
 */
export const SignInScreen = ({ secret }: { secret: string }) => {
  const words = useWords(signInWords);
  const { history } = useRouter();
  const state = useSession();
  const isIn = state.status === 'known' && state.session.administrator !== null;
  useEffect(() => {
    if (isIn) history.replace(safeReturn(location.search));
    else if (secret !== '') history.replace(`${firstHref}#${secret}`);
  }, [isIn, secret, history]);
  return (
    <EntryPage title={words.title} eyebrow={words.eyebrow}>
      <SignInForm />
      <Notice tone="calm">{words.links}</Notice>
    </EntryPage>
  );
};
