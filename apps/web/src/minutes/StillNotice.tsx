import { Button, Notice, StatusLine, useAnnounceChange, useFormats, useWords } from '../ui/index.ts';
import { stillWords } from './still-words.ts';
import type { DeskStills } from './use-stills.ts';

/** What became of the latest still, in one line. */
export const StillNotice = ({ stills }: { stills: DeskStills }) => {
  const words = useWords(stillWords);
  const { timeWithSeconds } = useFormats();
  const { state, dismiss } = stills;
  const kept =
    state.status === 'kept' ? words.kept(timeWithSeconds(state.at), `${state.width} × ${state.height}`) : null;
  useAnnounceChange(kept, 'polite');
  switch (state.status) {
    case 'idle':
      return null;
    case 'taking':
    case 'sending':
      return <Notice tone="calm">{words[state.status]}</Notice>;
    case 'kept':
      return (
        <Notice tone="good" onDismiss={dismiss}>
          {kept}
        </Notice>
      );
    case 'failed': {
      const { problem, again } = state;
      const action = again && (
        <Button size="small" onPress={again}>
          {words.again}
        </Button>
      );
      return <StatusLine problem={problem} onDismiss={dismiss} action={action} />;
    }
  }
};
