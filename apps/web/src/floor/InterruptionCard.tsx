import './InterruptionCard.css';
import { IconPlayerPlay, IconPlugConnected, IconPlugConnectedX } from '@tabler/icons-react';

import { Button, useWords } from '../ui/index.ts';
import type { Run } from '../live/acts.ts';
import { siteText } from './labels.ts';
import { inSentence, upperFirst } from '../live/naming.ts';
import type { TurnView } from './turn.ts';
import { floorWords } from './words.ts';

/** Says that the site on air is missing, what the rooms see meanwhile, and how the turn goes on (F12). */
export const InterruptionCard = ({ turn, run }: { turn: TurnView; run: Run }) => {
  const words = useWords(floorWords);
  const site = inSentence(siteText(turn.site, words));
  const back = turn.interruption === 'back';
  const lost = turn.titleOnAir ? words.interrupted.lostDetailTitle : words.interrupted.lostDetail;
  const Picture = back ? IconPlugConnected : IconPlugConnectedX;
  return (
    <section className="fl-interrupted" aria-live="off">
      <Picture size={24} stroke={2} aria-hidden />
      <div className="col">
        <div>
          <h3>{back ? upperFirst(words.interrupted.backTitle(site)) : words.interrupted.lostTitle(site)}</h3>
          <p>{back ? words.interrupted.backDetail : lost}</p>
        </div>
        <Button
          tone={back ? 'primary' : 'plain'}
          icon={IconPlayerPlay}
          shortcut="R"
          wide
          onPress={() => run({ type: 'floor.resumeTurn', turnId: turn.turnId })}
        >
          {words.interrupted.resume}
        </Button>
      </div>
    </section>
  );
};
