import type { Live } from '@diemcau/domain/live';
import { siteToHear } from '@diemcau/domain/live';
import { useLayoutEffect } from 'react';

import { mediaOf, presenceOf, useLiveState, type LiveConnection, type Names, type Run } from '../../live/index.ts';
import {
  MixRows,
  mixRows,
  SOUND_KEYS,
  SoundPanel,
  soundRows,
  speakingRow,
  type MixRow,
} from '../../programme/index.ts';
import { useDueMs, useWarningWords, WarningLine, warningsOf } from '../../sound/index.ts';
import { useAnnounceChange, useShortcuts } from '../../ui/index.ts';

export type SoundPartProps = {
  live: Live;
  connection: LiveConnection;
  names: Names;
  run: Run;
  listening: boolean;
  onListen: (listening: boolean) => void;
  /** What is wrong with the voice that everybody waits for, in a word; null: nothing. */
  onTrouble: (trouble: string | null) => void;
};

/** The microphones with their levels and what is wrong with them, and the keys that shut them. */
export const SoundPart = ({ live, connection, names, run, listening, onListen, onTrouble }: SoundPartProps) => {
  const media = useLiveState(connection, mediaOf);
  const presence = useLiveState(connection, presenceOf);
  const said = useWarningWords();
  const rows = soundRows(live, names, media, presence);
  const warnings = warningsOf(live, media, useDueMs(live, media, connection.nowMs), presence?.sites ?? []);
  const heard = siteToHear(live);
  const [first] = (heard && warnings.get(heard)) ?? [];
  const trouble = first ? said(first).what : null;
  useLayoutEffect(() => onTrouble(trouble), [onTrouble, trouble]);
  // The length grows each second; that there is something is said once.
  useAnnounceChange(first ? said(first.kind === 'silent' ? { ...first, ms: 5000 } : first).what : null);
  const speaking = speakingRow(rows);
  const silence = ({ siteId }: Pick<(typeof rows)[number], 'siteId'>) => run({ type: 'floor.silence', siteId });
  const lift = ({ siteId }: Pick<(typeof rows)[number], 'siteId'>) => run({ type: 'floor.liftSilence', siteId });
  const all = () => run({ type: 'floor.silenceAll' });
  const mix = ({ siteId, sourceId, isOpen }: MixRow) =>
    run({ type: 'programme.mixMicrophone', siteId, sourceId, open: !isOpen });
  const toggle = () => {
    if (speaking?.act) void (speaking.act === 'silence' ? silence(speaking) : lift(speaking));
  };
  const [s, h] = [SOUND_KEYS.speaking, SOUND_KEYS.all];
  useShortcuts({ [s]: toggle, [s.toLowerCase()]: toggle, [h]: () => void all(), [h.toLowerCase()]: () => void all() });
  return (
    <SoundPanel
      rows={rows}
      note={(siteId) => <WarningLine warnings={warnings.get(siteId) ?? []} />}
      mix={(siteId) => <MixRows rows={mixRows(live, names, presence, siteId)} onMix={mix} />}
      acts={{ silence, lift, all }}
      listening={listening}
      onListen={onListen}
    />
  );
};
