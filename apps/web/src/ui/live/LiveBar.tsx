import './LiveBar.css';
import { IconWifi, IconWifi1, IconWifi2, IconWifiOff } from '@tabler/icons-react';
import type { ReactNode } from 'react';

import { useWords } from '../text/language.tsx';
import { uiWords } from '../text/words.ts';
import { Clock } from './Clock.tsx';
import { DemoTag } from './DemoTag.tsx';
import { Mark } from './Mark.tsx';
import { RehearsalTag } from './RehearsalTag.tsx';
import { SecrecyNote } from './SecrecyNote.tsx';
import { SitesTag } from './SitesTag.tsx';
import { Tag } from './Tag.tsx';
import type { NowMs } from './ticking.ts';

export type LineQuality = 'good' | 'poor' | 'lost' | 'unknown';

export type LiveBarProps = {
  /** The conference; or, on a clerk's page, the site. */
  title: string;
  /** Beside the title, quieter: the conference when the title is a site, the agenda item. */
  subtitle?: string;
  /** Where the agenda stands: "Mục 3/7 · Thảo luận". */
  item?: string | null;
  /** Whose page it is: "Người điều hành". */
  role?: string;
  sites?: { present: number; invited: number };
  line?: LineQuality;
  nowMs: NowMs;
  seconds?: boolean;
  /** A demonstration says that it is one. */
  demo?: boolean;
  /** What happens is a rehearsal. */
  rehearsal?: boolean;
  /** More tags, before the count of sites: silenced, phase. */
  tags?: ReactNode;
  /** Buttons, before the clock. */
  actions?: ReactNode;
};

const lineFaces = {
  good: { tone: 'green', icon: IconWifi },
  poor: { tone: 'amber', icon: IconWifi1 },
  lost: { tone: 'amber', icon: IconWifiOff },
  unknown: { tone: 'plain', icon: IconWifi2 },
} as const;

/** How good the line is: an icon, a word and a colour. `short` where there is little room. */
export const LineTag = ({ line, short = false }: { line: LineQuality; short?: boolean }) => {
  const words = useWords(uiWords).line;
  const { tone, icon } = lineFaces[line];
  return (
    <Tag tone={tone} icon={icon} label={words[line]}>
      {!short && <span className="ui-wide">{words[line]}</span>}
      <span className={short ? '' : 'ui-narrow'}>{words[`${line}Short`]}</span>
    </Tag>
  );
};

/** The one thin bar of every live screen. On a phone it keeps the title, the line and the clock, in two lines. */
export const LiveBar = (props: LiveBarProps) => {
  const {
    title,
    subtitle,
    item = null,
    role,
    sites,
    line,
    nowMs,
    seconds = false,
    demo = false,
    rehearsal = false,
    tags,
    actions,
  } = props;
  return (
    <header className="ui-bar">
      <Mark />
      <div className="ui-bar-title">
        <h1 title={title}>{title}</h1>
        {subtitle !== undefined && (
          <span className="ui-bar-subtitle" title={subtitle}>
            {subtitle}
          </span>
        )}
        {item !== null && (
          <span className="ui-bar-item num" title={item}>
            {item}
          </span>
        )}
      </div>
      <div className="ui-bar-tags">
        {role !== undefined && (
          <span className="ui-bar-role">
            <Tag tone="blue">{role}</Tag>
          </span>
        )}
        {demo && <DemoTag />}
        {rehearsal && <RehearsalTag />}
        {tags}
        {sites && <SitesTag {...sites} />}
        {line && <LineTag line={line} />}
      </div>
      {actions !== undefined && <div className="ui-bar-actions">{actions}</div>}
      <Clock nowMs={nowMs} seconds={seconds} />
    </header>
  );
};

/** The line at the foot of a live screen: the secrecy rule, and what else belongs there (keys, help). */
export const LiveFoot = ({ children }: { children?: ReactNode }) => (
  <footer className="ui-foot">
    <SecrecyNote />
    {children !== undefined && <div className="ui-foot-end">{children}</div>}
  </footer>
);
