import { IconEar, IconMicrophone, IconVolume, IconWifi } from '@tabler/icons-react';
import { Band, useAnnounceChange, useWords } from '../../../ui/index.ts';
import type { RoomTrial } from '../remote-control.ts';
import { trialWords } from './words.ts';

const ICONS = {
  ready: IconMicrophone,
  recording: IconMicrophone,
  playing: IconVolume,
  played: IconEar,
  silent: IconMicrophone,
  failed: IconMicrophone,
  line: IconWifi,
} as const;

/** What is tried in this room now, for those who sit in it. Loaded with the first trial. */
const TrialBand = ({ trial, size }: { trial: RoomTrial; size: 'wall' | 'page' }) => {
  const words = useWords(trialWords);
  useAnnounceChange(words[trial], 'polite');
  const isTrouble = trial === 'silent' || trial === 'failed';
  const detail =
    trial === 'line' ? words.lineMore : trial === 'ready' || trial === 'recording' ? words.stays : undefined;
  return (
    <Band
      tone={trial === 'played' ? 'good' : isTrouble || trial === 'recording' ? 'standby' : 'calm'}
      icon={ICONS[trial]}
      size={size}
      {...(detail !== undefined && { detail })}
    >
      {words[trial]}
    </Band>
  );
};
export default TrialBand;
