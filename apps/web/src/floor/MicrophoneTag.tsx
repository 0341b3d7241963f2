import type { Microphone } from '@diemcau/domain/live';
import { IconHelpCircle, IconMicrophone, IconMicrophoneOff } from '@tabler/icons-react';

import { type Icon, Tag, type TagTone, useWords } from '../ui/index.ts';
import { floorWords } from './words.ts';

const faces: Readonly<Record<Microphone, { tone: TagTone; icon: Icon }>> = {
  shut: { tone: 'plain', icon: IconMicrophoneOff },
  opening: { tone: 'amber', icon: IconMicrophone },
  open: { tone: 'plain', icon: IconMicrophone },
  closing: { tone: 'amber', icon: IconMicrophoneOff },
  absent: { tone: 'amber', icon: IconMicrophoneOff },
  silenced: { tone: 'amber', icon: IconMicrophoneOff },
  unknown: { tone: 'amber', icon: IconHelpCircle },
};

/** A microphone as the media server confirmed it; amber while that is not so yet. */
export const MicrophoneTag = ({ state }: { state: Microphone }) => (
  <Tag tone={faces[state].tone} icon={faces[state].icon}>
    {useWords(floorWords).microphone[state]}
  </Tag>
);
