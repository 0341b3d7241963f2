import './support.css';
import { lesserStep } from '@diemcau/domain/kernel';
import { isWeak, type LineNow, type LineSample } from '@diemcau/domain/support';
import { IconWifi, IconWifiOff } from '@tabler/icons-react';

import { lineStepWords } from '../live/line-step-words.ts';
import { PlainTable, Tag, useFormats, useWords } from '../ui/index.ts';
import { lineRunWords, lineSampleWords } from './line-words.ts';
import { useRate } from './use-rate.ts';

/** How a line is, in a word: what it carries when that is less than all, else what the media server finds. */
const useSaid = () => {
  const words = useWords(lineSampleWords);
  const { step } = useWords(lineStepWords);
  return ({ quality, steps }: Pick<LineNow, 'quality' | 'steps'>): string => {
    const carried = lesserStep(steps.down, steps.up);
    return carried === 'full' ? words.quality[quality] : step[carried];
  };
};

export const LineTag = ({ line }: { line: LineNow }) => {
  const said = useSaid();
  if (isWeak(line))
    return (
      <Tag tone="amber" icon={IconWifiOff}>
        {said(line)}
      </Tag>
    );
  return (
    <Tag tone={line.quality === 'good' ? 'green' : 'plain'} icon={IconWifi}>
      {said(line)}
    </Tag>
  );
};

/** "Nhận 1,6 Mbit/s · Mất 0,4 % · Trễ 20 ms" of now. */
export const useLineNumbers = () => {
  const words = useWords(lineRunWords);
  const rate = useRate();
  const { percent, count } = useFormats();
  return ({ downBps, loss, rttMs }: LineNow): string =>
    [
      words.down(rate(downBps)),
      ...(loss === null ? [] : [words.lost(percent(loss))]),
      ...(rttMs === null ? [] : [words.there(count(rttMs))]),
    ].join(' · ');
};

/** The last minutes of a line, as its screen told them. */
export const LineSamples = ({ samples }: { samples: readonly LineSample[] }) => {
  const words = useWords(lineSampleWords);
  const said = useSaid();
  const rate = useRate();
  const { timeWithSeconds, percent, count } = useFormats();
  const [latest] = samples;
  if (!latest) return <p className="small muted">{words.none}</p>;
  return (
    <details className="sup-samples">
      <summary className="small">{words.latest(said(latest), timeWithSeconds(latest.at))}</summary>
      <PlainTable
        head={
          <>
            <th>{words.at}</th>
            <th>{words.line}</th>
            <th>{words.down}</th>
            <th>{words.up}</th>
            <th>{words.lost}</th>
            <th>{words.there}</th>
          </>
        }
      >
        {samples.map((sample) => (
          <tr key={sample.at} className="num">
            <td>{timeWithSeconds(sample.at)}</td>
            <td>{said(sample)}</td>
            <td>{rate(sample.downBps)}</td>
            <td>{rate(sample.upBps)}</td>
            <td>{sample.loss === null ? '–' : percent(sample.loss)}</td>
            <td>{sample.rttMs === null ? '–' : `${count(sample.rttMs)} ms`}</td>
          </tr>
        ))}
      </PlainTable>
    </details>
  );
};
