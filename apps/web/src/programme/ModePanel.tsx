import { IconHandFinger, IconRefresh, IconRepeat } from '@tabler/icons-react';

import { Button, Panel, Tag, useWords } from '../ui/index.ts';
import { programmeWords } from './words.ts';

export type ModePanelProps = {
  mode: 'follow' | 'manual';
  onChange: (mode: 'follow' | 'manual') => Promise<unknown>;
  /** Opens the window of a polling; null while one goes on. */
  onPoll: (() => void) | null;
};

/** Who chooses the picture: the floor, or the operator. */
export const ModePanel = ({ mode, onChange, onPoll }: ModePanelProps) => {
  const { mode: words, polling } = useWords(programmeWords);
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
      <div className="pg-mode-poll">
        <Button wide shortcut="V" icon={IconRepeat} disabled={onPoll === null} onPress={() => onPoll?.()}>
          {polling.open}
        </Button>
      </div>
    </Panel>
  );
};
