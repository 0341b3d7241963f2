import './ConnectionVeil.css';
import { IconWifiOff } from '@tabler/icons-react';
import type { ReactNode } from 'react';

import type { Icon } from './icons.ts';

export type ConnectionVeilProps = {
  /** Down: the picture underneath is dimmed and the sentence lies on it. */
  down: boolean;
  /** "Mất kết nối với trung tâm, đang tự kết nối lại." */
  title: string;
  /** "Đề nghị đại biểu giữ nguyên vị trí." and whom to call. */
  children?: ReactNode;
  icon?: Icon;
  /** The last picture; it stays where it is. */
  picture: ReactNode;
  /** `wall`: read from 6 m. */
  size?: 'wall' | 'page';
};

/** Keeps the last picture, dimmed, while the line is down, and says what happens and what to do. */
export const ConnectionVeil = (props: ConnectionVeilProps) => {
  const { down, title, children, icon: Picture = IconWifiOff, picture, size = 'page' } = props;
  return (
    <div className={`ui-veil ${down ? 'down' : ''} ${size}`}>
      <div className="ui-veil-picture">{picture}</div>
      {down && (
        <div className="ui-veil-words" role="alert">
          <Picture size="2em" stroke={1.75} aria-hidden />
          <strong>{title}</strong>
          {children !== undefined && <div className="ui-veil-more">{children}</div>}
        </div>
      )}
    </div>
  );
};
