import './support.css';
import { isGoodLine, isLate, type LineFound, type LineRun, stepsOf } from '@diemcau/domain/support';
import { IconWifi } from '@tabler/icons-react';

import { Button, useFormats, useWords } from '../ui/index.ts';
import { lineRunWords } from './line-words.ts';
import { useBy } from './use-by.ts';
import { useRate } from './use-rate.ts';

/** What a run found: for what it is enough, and then the numbers. */
const Found = ({ found }: { found: LineFound }) => {
  const words = useWords(lineRunWords);
  const rate = useRate();
  const { percent, count } = useFormats();
  const { up, down } = stepsOf(found);
  const { upBps, downBps, lossUp, lossDown, rttMs, way } = found;
  const numbers = [
    words.up(rate(upBps)),
    words.down(rate(downBps)),
    words.lost(percent(Math.max(lossUp, lossDown))),
    ...(rttMs === null ? [] : [words.there(count(rttMs))]),
    words.way[way],
  ];
  return (
    <>
      <p className={`small ${isGoodLine(found) ? 'sup-good' : 'sup-bad'}`}>
        {words.sends[up]} {words.receives[down]}
        {isLate(found) && ` ${words.late}`}
        {way !== 'udp' && ` ${words.noUdp}`}
      </p>
      <p className="small muted num">{numbers.join(' · ')}</p>
    </>
  );
};

const Run = ({ run }: { run: LineRun }) => {
  const words = useWords(lineRunWords);
  const by = useBy();
  return (
    <>
      <p className="small muted num">{by(run)}</p>
      {run.found ? <Found found={run.found} /> : <p className="small">{words.status[run.status]}</p>}
    </>
  );
};

/** The line of a site, tried against the media server for ten seconds: what was found, and the runs before. */
export const LineRuns = ({ runs, onRun }: { runs: readonly LineRun[]; onRun: () => Promise<unknown> }) => {
  const words = useWords(lineRunWords);
  const [latest, ...before] = runs;
  const isGoing = latest?.status === 'waiting' || latest?.status === 'running';
  return (
    <div className="sup-line" role="group" aria-label={words.title}>
      <div>
        <Button size="small" icon={IconWifi} pending={isGoing} onPress={() => void onRun()}>
          {words.start}
        </Button>
      </div>
      {latest ? (
        <div role="status">
          <Run run={latest} />
        </div>
      ) : (
        <p className="small muted">{words.hint}</p>
      )}
      {before.length > 0 && (
        <details>
          <summary className="small">{words.before(String(before.length))}</summary>
          <ul>
            {before.map((run) => (
              <li key={run.runId}>
                <Run run={run} />
              </li>
            ))}
          </ul>
        </details>
      )}
    </div>
  );
};
