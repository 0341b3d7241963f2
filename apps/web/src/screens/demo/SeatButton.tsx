import { IconCircleCheckFilled, IconExternalLink } from '@tabler/icons-react';

import { type Icon, usePress, useWords } from '../../ui/index.ts';
import { demoWords } from './words.ts';

export type SeatButtonProps = {
  icon: Icon;
  title: string;
  detail?: string;
  /** Where it stands, for those who hear the page: the site. */
  place?: string;
  held?: boolean;
  onOpen: () => Promise<unknown>;
};

/** One seat of the demo: a press opens it in a tab of its own. */
export const SeatButton = (props: SeatButtonProps) => {
  const { icon: Picture, title, detail, place = '', held = false, onOpen } = props;
  const words = useWords(demoWords);
  const { pending, start } = usePress(onOpen);
  return (
    <button
      type="button"
      className={held ? 'demo-seat held' : 'demo-seat'}
      aria-busy={pending || undefined}
      onClick={() => start()}
    >
      <Picture size={22} stroke={1.75} aria-hidden />
      <span className="demo-seat-words">
        <b>{title}</b>
        {detail !== undefined && <span className="small muted ell">{detail}</span>}
        <span className="hidden-text">{words.openSeat(place)}</span>
      </span>
      {held ? (
        <IconCircleCheckFilled size={20} role="img" aria-label={words.held} />
      ) : (
        <IconExternalLink size={18} stroke={2} aria-hidden />
      )}
    </button>
  );
};
