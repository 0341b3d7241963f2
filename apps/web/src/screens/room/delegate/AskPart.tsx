import type { SpeakerText } from '@diemcau/domain/floor';
import type { SeatId } from '@diemcau/domain/kernel';
import type { Mine } from '@diemcau/domain/wire';
import { IconHandStop, IconX } from '@tabler/icons-react';
import { useState } from 'react';

import { AskForm } from '../../../floor/AskForm.tsx';
import { OwnRequests } from '../../../floor/OwnRequests.tsx';
import type { ActsOfPage, Names } from '../../../live/index.ts';
import { Button, Panel, useWords } from '../../../ui/index.ts';
import { delegateWords } from './words.ts';

export type AskPartProps = {
  seatId: SeatId;
  mine: Mine;
  names: Names;
  acts: ActsOfPage;
  /** As the own roster says; typed when it does not. */
  person: SpeakerText | undefined;
};

/** Asking for oneself, and the place in the queue. */
export const AskPart = ({ seatId, mine, names, acts, person }: AskPartProps) => {
  const words = useWords(delegateWords);
  const [isOpen, open] = useState(false);
  const { requests, site } = mine;
  const form = { seatId, siteId: site.siteId, run: acts.run, onSent: () => open(false) };
  return (
    <>
      {requests.length > 0 && (
        <Panel title={words.requests} body="flush">
          <OwnRequests requests={requests} names={names} run={acts.run} />
        </Panel>
      )}
      <Button
        tone={isOpen ? 'plain' : 'primary'}
        size="big"
        wide
        icon={isOpen ? IconX : IconHandStop}
        onPress={() => open(!isOpen)}
      >
        {isOpen ? words.close : words.ask}
      </Button>
      {isOpen && (
        <Panel title={words.asking}>
          {person && (
            <p className="delegate-person">
              <b>
                {person.honorific} {person.name}
              </b>
              <span className="small muted">{person.position}</span>
            </p>
          )}
          <AskForm key={person?.name ?? ''} {...form} {...(person && { person })} />
        </Panel>
      )}
    </>
  );
};
