import { EntryPage, LinkButton, useWords } from '../ui/index.ts';
import { shellWords } from './words.ts';

/** An address that leads nowhere: why that happens, and the way home. */
export const NotFound = () => {
  const words = useWords(shellWords).notFound;
  return (
    <EntryPage title={words.title}>
      <p className="muted">{words.body}</p>
      <LinkButton href="/" tone="primary">
        {words.home}
      </LinkButton>
    </EntryPage>
  );
};
