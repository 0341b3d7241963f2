import { IconHandFinger, IconRefresh } from '@tabler/icons-react';

import { Button, Panel, Tag, useWords } from '../ui/index.ts';
import { programmeWords } from './words.ts';

export type ModePanelProps = { mode: 'follow' | 'manual'; onChange: (mode: 'follow' | 'manual') => Promise<unknown> };

/** Who chooses the picture: the floor, or the operator. */
export const ModePanel = ({ mode, onChange }: ModePanelProps) => {
  const words = useWords(programmeWords).mode;
  const follows = mode === 'follow';
  return (
    <Panel
      title={words.title}
      note={<Tag tone={follows ? 'green' : 'amber'}>{follows ? words.follow : words.manual}</Tag>}
    >
      <p className="small muted pg-mode-detail">{follows ? words.followDetail : words.manualDetail}</p>
      <Button
        wide
        shortcut="M"
        icon={follows ? IconHandFinger : IconRefresh}
        onPress={() => onChange(follows ? 'manual' : 'follow')}
      >
        {follows ? words.takeOver : words.giveBack}
      </Button>
    </Panel>
  );
};
