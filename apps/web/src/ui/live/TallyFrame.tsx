import './TallyFrame.css';
import { IconBroadcast, IconClock, IconEye, IconVideoOff } from '@tabler/icons-react';
import type { ReactNode } from 'react';

import { useWords } from '../text/language.tsx';
import { uiWords } from '../text/words.ts';
import type { Icon } from './icons.ts';
import { Tag, type TagTone } from './Tag.tsx';

/** Whether the rooms see this picture. Nothing but `onAir` is ever red. */
export type Tally = 'off' | 'standby' | 'preview' | 'onAir';

const faces: Readonly<Record<Tally, { icon: Icon; tone: TagTone }>> = {
  off: { icon: IconVideoOff, tone: 'plain' },
  standby: { icon: IconClock, tone: 'amber' },
  preview: { icon: IconEye, tone: 'green' },
  onAir: { icon: IconBroadcast, tone: 'air' },
};

/** The tally as a tag: icon, word, colour. */
export const TallyTag = ({ state, size = 'normal' }: { state: Tally; size?: 'normal' | 'big' }) => (
  <Tag tone={faces[state].tone} icon={faces[state].icon} size={size}>
    {useWords(uiWords).tally[state]}
  </Tag>
);

export type TallyFrameProps = {
  state: Tally;
  /** The picture. It fills the frame. */
  children: ReactNode;
  /** `strip`: a band of the frame's colour above the picture; `badge`: a tag in its corner; `bare`: frame alone, its word read only. */
  word?: 'strip' | 'badge' | 'bare';
  /** After the word, in the strip: the site, "micro đang tắt". */
  caption?: string;
  /** Under the picture: a level, a name. */
  foot?: ReactNode;
  /** Names the picture for assistive technology. */
  label: string;
  /** Width to height; null: as high as the place. */
  ratio?: number | null;
  className?: string;
};

/** A picture in the frame that says who sees it: colour, icon and word. */
export const TallyFrame = (props: TallyFrameProps) => {
  const { state, children, word = 'badge', caption, foot, label, ratio = 16 / 9, className = '' } = props;
  const said = useWords(uiWords).tally[state];
  const Picture = faces[state].icon;
  return (
    <figure className={`ui-tally ${state} ${className}`} aria-label={`${label}: ${said}`}>
      {word === 'strip' && (
        <figcaption className="ui-tally-strip">
          <Picture size="1.2em" stroke={2} aria-hidden />
          <span>{caption === undefined ? said : `${said} · ${caption}`}</span>
        </figcaption>
      )}
      <div className="ui-tally-picture" style={ratio === null ? undefined : { aspectRatio: ratio }}>
        {children}
        {word === 'badge' && state !== 'off' && (
          <span className="ui-tally-badge">
            <TallyTag state={state} />
          </span>
        )}
      </div>
      {foot !== undefined && <div className="ui-tally-foot">{foot}</div>}
    </figure>
  );
};
