import { IconHandClick } from '@tabler/icons-react';
import { Button, useWords } from '../../ui/index.ts';
import { roomWords } from './words.ts';

/** Over a page whose sound the browser holds back: any touch or key lets it through, and fills a room's display. */
export const Gesture = ({ onPress }: { onPress?: () => Promise<void> }) => {
  const words = useWords(roomWords).gesture;
  return (
    <section className="room-gesture" aria-label={words.title}>
      <Button size="big" tone="primary" icon={IconHandClick} autoFocus {...(onPress && { onPress })}>
        {words.title}
      </Button>
      <p>{onPress ? words.moreWhole : words.more}</p>
    </section>
  );
};
