import { IconHandClick } from '@tabler/icons-react';
import { Button, useWords } from '../../ui/index.ts';
import { roomWords } from './words.ts';

/** Over a page whose sound the browser holds back: any touch or key lets it through. */
export const Gesture = () => {
  const words = useWords(roomWords).gesture;
  return (
    <section className="room-gesture" aria-label={words.title}>
      <Button size="big" tone="primary" icon={IconHandClick} autoFocus>
        {words.title}
      </Button>
      <p>{words.more}</p>
    </section>
  );
};
