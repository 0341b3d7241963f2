import './Band.css';
import type { ReactNode } from 'react';

import type { Icon } from './icons.ts';

export type BandProps = {
  /** `standby` amber, `onAir` red, `good` green, `calm` dark. */
  tone: 'standby' | 'onAir' | 'good' | 'calm';
  icon: Icon;
  /** The sentence. Announce it with `useAnnounce`; the band itself is silent, so that it is not read twice. */
  children: ReactNode;
  /** Beside it, lighter: what the delegate is asked to do. */
  detail?: ReactNode;
  /** At its end: a clock. */
  end?: ReactNode;
  /** `wall`: sized by the screen's height, to be read from 6 m; `page`: for desks and phones. */
  size?: 'wall' | 'page';
};

/** A band across the whole width: the one thing this room must know now. */
export const Band = ({ tone, icon: Picture, children, detail, end, size = 'page' }: BandProps) => (
  <div className={`ui-band ${tone} ${size}`}>
    <Picture size="1.3em" stroke={2} aria-hidden />
    <div className="ui-band-words">
      <strong>{children}</strong>
      {detail !== undefined && <span className="ui-band-detail">{detail}</span>}
    </div>
    {end !== undefined && <div className="ui-band-end num">{end}</div>}
  </div>
);
