import './LowerThird.css';
import { useRef } from 'react';

import { useFittedText } from './fitted-text.ts';

export type LowerThirdProps = {
  /** "Đồng chí", "Thượng tọa"; empty for a room without a named speaker. */
  honorific?: string;
  /** The person; or the room, such as "Hội trường chính". */
  name: string;
  /** Position and site, as full as they are; joined by a dot. */
  details: readonly string[];
};

/**
 * Who is on air, in two lines. Sizes follow the height of the picture it lies on (a size container), so it looks the
 * same on a wall and in a small monitor; the name is at least 4 % of that height. Long names and positions first
 * shrink, then wrap, the name once and the position twice, and only then end in an ellipsis.
 */
export const LowerThird = ({ honorific, name, details }: LowerThirdProps) => {
  const first = useRef<HTMLParagraphElement>(null);
  const second = useRef<HTMLParagraphElement>(null);
  // The dot stays with what it follows.
  const detail = details.filter((part) => part !== '').join('\u00A0· ');
  useFittedText(first, 0.84, `${honorific ?? ''}${name}`);
  useFittedText(second, 0.76, detail);
  return (
    <div className="ui-third">
      <p ref={first} className="ui-third-name">
        {honorific !== undefined && honorific !== '' && <span className="ui-third-honorific">{honorific} </span>}
        {name}
      </p>
      {detail !== '' && (
        <p ref={second} className="ui-third-detail">
          {detail}
        </p>
      )}
    </div>
  );
};
