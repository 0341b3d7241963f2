import { IconMaximize } from '@tabler/icons-react';
import { Button, useWords } from '../../ui/index.ts';
import { roomWords } from './words.ts';

/** The way back to the whole display, where the browser does not give it by itself. */
export const WholeDisplayButton = ({ onPress }: { onPress: () => Promise<void> }) => {
  const words = useWords(roomWords);
  return (
    <Button icon={IconMaximize} shortcut="F" className="room-whole" onPress={onPress}>
      {words.wholeDisplay}
    </Button>
  );
};
