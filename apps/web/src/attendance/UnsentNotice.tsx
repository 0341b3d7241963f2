import { IconCloudOff } from '@tabler/icons-react';
import { Button, Tag, useFormats, useWords } from '../ui/index.ts';
import type { RosterModel } from './roster-model.ts';
import { useRosterState } from './use-roster.ts';
import { unsentWords } from './unsent-words.ts';

/** What was done without a line: it waits here, and goes by itself once there is one. The roster tells it. */
export const UnsentNotice = ({ model }: { model: RosterModel }) => {
  const words = useWords(unsentWords);
  const { count } = useFormats();
  const state = useRosterState(model);
  if (state.status !== 'ready' || state.unsent === null) return null;
  const { edits, marks, headCount } = state.unsent;
  const what = [
    ...(edits === 0 ? [] : [words.edits(count(edits))]),
    ...(marks === 0 ? [] : [words.marks(count(marks))]),
    ...(headCount === null ? [] : [words.heads(count(headCount))]),
  ];
  return (
    <div className="att-unsent">
      <Tag tone="amber" icon={IconCloudOff}>
        {words.tag}
      </Tag>
      <p>{words.kept(what.join('; '))}</p>
      <Button size="small" onPress={model.resume}>
        {words.send}
      </Button>
    </div>
  );
};
