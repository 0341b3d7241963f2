import { EntryPage, LinkButton, useWords } from '../ui/index.ts';
import { notFoundWords } from './not-found-words.ts';

/** An address that leads nowhere: why that happens, and the way home. Loaded only there. */
export const NotFound = () => {
  const words = useWords(notFoundWords);
  return (
    <EntryPage title={words.title}>
      <p className="muted">{words.body}</p>
      <LinkButton href="/" tone="primary">
        {words.home}
      </LinkButton>
    </EntryPage>
  );
};
