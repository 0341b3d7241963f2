import './StandbyPanel.css';

import { formatLength, Panel, Tag, useFormats, useWords } from '../ui/index.ts';
import { siteText } from './labels.ts';
import { type SpokenRow, spokenTotal } from './spoken.ts';
import { floorWords } from './words.ts';

/** Who has spoken, how often and how long. */
export const SpokenPanel = ({ rows }: { rows: readonly SpokenRow[] }) => {
  const words = useWords(floorWords);
  const { count } = useFormats();
  const total = spokenTotal(rows);
  return (
    <Panel
      title={words.spoken.title}
      body="flush"
      scroll
      className="fl-spoken"
      note={rows.length > 0 && <Tag>{words.spoken.total(count(total.times), formatLength(total.ms))}</Tag>}
    >
      {rows.length === 0 ? (
        <p className="fl-side-empty small muted">{words.spoken.empty}</p>
      ) : (
        <ul>
          {rows.map((row) => (
            <li key={row.speakerId} className="fl-spoken-row">
              <div className="grow">
                <p>{row.person?.name ?? words.unnamedPerson}</p>
                <p className="small muted">{siteText(row.site, words)}</p>
              </div>
              <span className="small muted num">
                {row.times === 1 ? formatLength(row.ms) : words.spoken.row(String(row.times), formatLength(row.ms))}
              </span>
            </li>
          ))}
        </ul>
      )}
    </Panel>
  );
};
