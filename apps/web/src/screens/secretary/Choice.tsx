import { inboxOf, type LiveConnection, useLiveState } from '../../live/index.ts';
import { Button, useAnnounceChange, useFormats, useWords } from '../../ui/index.ts';
import { secretaryWords } from './words.ts';

export type Part = 'rollCall' | 'messages';

type Props = { connection: LiveConnection; part: Part; onShow: (part: Part) => void };

/** The roll call or the messages, with how many of these are unread. */
export const Choice = ({ connection, part, onShow }: Props) => {
  const words = useWords(secretaryWords);
  const { count } = useFormats();
  const unread = useLiveState(connection, inboxOf)?.unread ?? 0;
  useAnnounceChange(unread > 0 ? words.unread(count(unread)) : null, 'polite');
  return (
    <div className="sec-choice" role="group" aria-label={words.parts.label}>
      <Button size="small" pressed={part === 'rollCall'} onPress={() => onShow('rollCall')}>
        {words.parts.rollCall}
      </Button>
      <Button size="small" pressed={part === 'messages'} onPress={() => onShow('messages')}>
        {words.parts.messages}
        {unread > 0 && (
          <span className="sec-unread num">
            {' '}
            <span aria-hidden>{count(unread)}</span>
            <span className="hidden-text">{words.unread(count(unread))}</span>
          </span>
        )}
      </Button>
    </div>
  );
};
