import './SoundPanel.css';
import { IconEar, IconEarOff, IconMicrophone, IconMicrophoneOff } from '@tabler/icons-react';

import { Button, LevelMeter, Panel, useWords } from '../ui/index.ts';
import type { SoundRow } from './sound.ts';
import { programmeWords } from './words.ts';

const sounding: ReadonlySet<SoundRow['state']> = new Set(['open', 'opening', 'closing']);
const awaited: ReadonlySet<SoundRow['state']> = new Set(['opening', 'closing', 'silenced', 'unknown']);

/** What wants attention: what is awaited, and a speaker without a microphone; a hall may do without. */
const isAmber = ({ state, role }: SoundRow): boolean =>
  awaited.has(state) || (state === 'absent' && role === 'speaking');

export type SoundActs = {
  readonly silence: (row: SoundRow) => Promise<unknown>;
  readonly lift: (row: SoundRow) => Promise<unknown>;
  readonly all: () => Promise<unknown>;
};

const Line = ({ row, acts }: { row: SoundRow; acts: SoundActs }) => {
  const words = useWords(programmeWords);
  const site = row.role === 'hall' ? words.hall : (row.site?.name ?? words.unnamedSite);
  const name = row.role === 'standby' ? words.sound.standby(site) : site;
  const Picture = sounding.has(row.state) ? IconMicrophone : IconMicrophoneOff;
  return (
    <li className="pg-sound-row">
      <div className="pg-sound-line">
        <Picture size={18} stroke={2} aria-hidden />
        <span className="grow">{name}</span>
        <span className={`small ${isAmber(row) ? 'pg-amber' : 'muted'}`}>{words.sound.state[row.state]}</span>
        {row.act !== null && (
          <Button
            size="small"
            tone="quiet"
            label={row.act === 'silence' ? words.sound.silence(site) : words.sound.lift(site)}
            onPress={() => (row.act === 'silence' ? acts.silence(row) : acts.lift(row))}
          >
            {row.act === 'silence' ? words.sound.silenceShort : words.sound.liftShort}
          </Button>
        )}
      </div>
      <LevelMeter level={row.level ?? 0} label={site} />
    </li>
  );
};

export type SoundPanelProps = {
  rows: readonly SoundRow[];
  acts: SoundActs;
  /** Whether this desk plays the programme. */
  listening: boolean;
  onListen: (listening: boolean) => void;
};

/** The microphones of hall, speaker and stand-by: open, shut or locked, how loud, and how to shut them. */
export const SoundPanel = ({ rows, acts, listening, onListen }: SoundPanelProps) => {
  const words = useWords(programmeWords).sound;
  return (
    <Panel
      title={words.title}
      body="flush"
      className="pg-sound"
      actions={
        <Button size="small" icon={IconMicrophoneOff} onPress={acts.all}>
          {words.all}
        </Button>
      }
      foot={
        <div className="grow">
          <Button
            wide
            size="small"
            icon={listening ? IconEar : IconEarOff}
            pressed={listening}
            onPress={() => onListen(!listening)}
          >
            {words.listen}
          </Button>
          {listening && <p className="tiny muted pg-sound-hint">{words.listenHint}</p>}
        </div>
      }
    >
      <ul>
        {rows.map((row) => (
          <Line key={row.siteId} row={row} acts={acts} />
        ))}
      </ul>
    </Panel>
  );
};
