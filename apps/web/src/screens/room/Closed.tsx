import { useAnnounceChange, useWords } from '../../ui/index.ts';
import { EndPage } from './EndPage.tsx';
import { roomWords } from './words.ts';

/** The conference has ended, and with it what this device sent. */
export const Closed = ({ name }: { name: string }) => {
  const words = useWords(roomWords);
  useAnnounceChange(words.closed, 'assertive');
  return (
    <EndPage eyebrow={name} title={words.closed}>
      <p>{words.closedMore}</p>
      <p className="muted">{words.thanks}</p>
    </EndPage>
  );
};
