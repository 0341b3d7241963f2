import './SoundPanel.css';
import { IconEar, IconEarOff, IconMicrophone, IconMicrophoneOff } from '@tabler/icons-react';
import type { ReactNode } from 'react';

import { Button, LevelMeter, Panel, useWords } from '../ui/index.ts';
import { speakingRow, type SoundRow } from './sound.ts';
import { programmeWords } from './words.ts';

const sounding: ReadonlySet<SoundRow['state']> = new Set(['open', 'opening', 'closing']);
const awaited: ReadonlySet<SoundRow['state']> = new Set(['opening', 'closing', 'silenced', 'unknown']);

/** What wants attention: what is awaited, and a speaker without a microphone; a hall may do without. */
const isAmber = ({ state, role }: SoundRow): boolean =>
  awaited.has(state) || (state === 'absent' && role === 'speaking');

/** Keys of the microphones: of who has the floor, and of all but the hall. */
export const SOUND_KEYS = { speaking: 'S', all: 'H' } as const;

export type SoundActs = {
  readonly silence: (row: SoundRow) => Promise<unknown>;
  readonly lift: (row: SoundRow) => Promise<unknown>;
  readonly all: () => Promise<unknown>;
};

type LineProps = { row: SoundRow; acts: SoundActs; note: ReactNode; shortcut: string | null };

const Line = ({ row, acts, note, shortcut }: LineProps) => {
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
            {...(shortcut !== null && { shortcut })}
            onPress={() => (row.act === 'silence' ? acts.silence(row) : acts.lift(row))}
          >
            <span aria-hidden>{row.act === 'silence' ? words.sound.silenceShort : words.sound.liftShort}</span>
            <span className="hidden-text">
              {row.act === 'silence' ? words.sound.silence(site) : words.sound.lift(site)}
            </span>
          </Button>
        )}
      </div>
      <LevelMeter level={row.level ?? 0} label={site} />
      {note}
    </li>
  );
};

export type SoundPanelProps = {
  rows: readonly SoundRow[];
  /** What is wrong with the sound of a site. */
  note: (siteId: SoundRow['siteId']) => ReactNode;
  /** The microphones of a site that has several. */
  mix: (siteId: SoundRow['siteId']) => ReactNode;
  acts: SoundActs;
  /** Whether this desk plays the programme. */
  listening: boolean;
  onListen: (listening: boolean) => void;
};

/** The microphones of hall, speaker and stand-by: open, shut or locked, how loud, and how to shut them. */
export const SoundPanel = ({ rows, note, mix, acts, listening, onListen }: SoundPanelProps) => {
  const words = useWords(programmeWords).sound;
  const keyed = speakingRow(rows)?.siteId ?? null;
  return (
    <Panel
      title={words.title}
      body="flush"
      className="pg-sound"
      actions={
        <Button size="small" icon={IconMicrophoneOff} shortcut={SOUND_KEYS.all} onPress={acts.all}>
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
          <Line
            key={row.siteId}
            row={row}
            acts={acts}
            note={
              <>
                {note(row.siteId)}
                {mix(row.siteId)}
              </>
            }
            shortcut={row.siteId === keyed ? SOUND_KEYS.speaking : null}
          />
        ))}
      </ul>
    </Panel>
  );
};
