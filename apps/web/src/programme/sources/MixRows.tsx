import './sources.css';
import { IconMicrophone, IconMicrophoneOff } from '@tabler/icons-react';

import { Button, LevelMeter, useWords } from '../../ui/index.ts';
import type { MixRow } from './mix.ts';
import { sourceWords } from './words.ts';

const Line = ({ row, onMix }: { row: MixRow; onMix: (row: MixRow) => Promise<unknown> }) => {
  const words = useWords(sourceWords);
  const { sourceId, isOpen, level } = row;
  const name = sourceId === null ? words.main : (row.name ?? words.unnamed);
  const Face = isOpen ? IconMicrophone : IconMicrophoneOff;
  return (
    <li>
      <div className="pg-sound-line">
        <Face size={16} stroke={2} aria-hidden />
        <span className={`grow ${isOpen ? '' : 'muted'}`}>{name}</span>
        <Button size="small" tone="quiet" pressed={isOpen} onPress={() => onMix(row)}>
          <span aria-hidden>{isOpen ? words.leaveShort : words.chooseShort}</span>
          <span className="hidden-text">{isOpen ? words.leave(name) : words.choose(name)}</span>
        </Button>
      </div>
      <LevelMeter level={level} label={words.level(name)} />
    </li>
  );
};

/** Which of the microphones of a site are heard while the site is: chosen by the operator. */
export const MixRows = ({ rows, onMix }: { rows: readonly MixRow[]; onMix: (row: MixRow) => Promise<unknown> }) => {
  const words = useWords(sourceWords);
  if (rows.length === 0) return null;
  return (
    <>
      <ul className="pg-mix">
        {rows.map((row) => (
          <Line key={row.sourceId ?? 'main'} row={row} onMix={onMix} />
        ))}
      </ul>
      {rows.every(({ isOpen }) => !isOpen) && <p className="small pg-amber">{words.none}</p>}
    </>
  );
};
