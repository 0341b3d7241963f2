import { useQueryClient } from '@tanstack/react-query';
import { useRouter } from '@tanstack/react-router';
import { useEffect } from 'react';
import type { ReactNode } from 'react';
import type { Administrator } from '@diemcau/domain/organisation';

import { Problem } from '../live/api.ts';
import { ErrorState, Loading } from '../ui/index.ts';
import { OfficePage } from '../ui/office/index.ts';
import { demoHref, signInHref } from './addresses.ts';
import { useSession, useSessionChanged, useSignOut } from './session.ts';

export type OfficeFrameProps = {
  title: string;
  eyebrow?: ReactNode;
  actions?: ReactNode;
  children: ReactNode;
};

const here = (): string => location.pathname + location.search;

/** A session that has run out shows in whatever was asked first: it is looked at anew, and the page asks to sign in. */
const useEndedSession = () => {
  const client = useQueryClient();
  const changed = useSessionChanged();
  useEffect(() => {
    const seen = (error: unknown) => {
      if (error instanceof Problem && error.code === 'access.sign_in') void changed();
    };
    const queries = client
      .getQueryCache()
      .subscribe(({ type, query }) => type === 'updated' && seen(query.state.error));
    const acts = client
      .getMutationCache()
      .subscribe(({ type, mutation }) => type === 'updated' && seen(mutation.state.error));
    return () => {
      queries();
      acts();
    };
  });
};

const GoTo = ({ href }: { href: string }) => {
  const { history } = useRouter();
  useEffect(() => history.replace(href), [history, href]);
  return <Loading />;
};

type InsideProps = OfficeFrameProps & { administrator: Administrator };

const Inside = ({ administrator, title, eyebrow, actions, children }: InsideProps) => {
  const signOut = useSignOut();
  useEndedSession();
  useEffect(() => {
    const before = document.title;
    document.title = `${title} · ${before}`;
    return () => {
      document.title = before;
    };
  }, [title]);
  return (
    <OfficePage
      title={title}
      person={{ name: administrator.name, detail: administrator.login }}
      onSignOut={signOut}
      eyebrow={eyebrow}
      actions={actions}
    >
      {children}
    </OfficePage>
  );
};

/** An office page of a signed-in person. Without a session it leads to signing in and back; in the demo, to its start. */
export const OfficeFrame = (props: OfficeFrameProps) => {
  const state = useSession();
  switch (state.status) {
    case 'loading':
      return <Loading />;
    case 'failed':
      return <ErrorState problem={state.problem} onRetry={state.again} />;
    case 'known': {
      const { administrator, demo } = state.session;
      if (administrator === null) return <GoTo href={demo ? demoHref : signInHref(here())} />;
      return <Inside {...props} administrator={administrator} />;
    }
  }
};
