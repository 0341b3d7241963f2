import { Button, useWords } from '../../ui/index.ts';
import { EndPage } from './EndPage.tsx';
import { roomWords } from './words.ts';

/** The same seat is open in another window, which has the line now. */
export const Elsewhere = () => {
  const words = useWords(roomWords).elsewhere;
  return (
    <EndPage title={words.title}>
      <p>{words.more}</p>
      <Button size="big" tone="primary" onPress={() => location.reload()}>
        {words.here}
      </Button>
    </EndPage>
  );
};
