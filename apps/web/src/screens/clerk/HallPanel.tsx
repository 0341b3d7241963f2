import type { Live } from '@diemcau/domain/live';

import { addressed, floorWords, placeText } from '../../floor/index.ts';
import { type LiveConnection, namesOf, queueHeadOf, useLiveState, personOf, siteOf } from '../../live/index.ts';
import { Panel, SpeechClock, Tag, useFormats, useWords } from '../../ui/index.ts';
import { onAirSite } from './now.ts';
import { clerkWords } from './words.ts';

/** What the conference is doing, in words: this page shows no picture and plays no sound. */
export const HallPanel = ({ connection, live }: { connection: LiveConnection; live: Live }) => {
  const words = useWords(clerkWords).hall;
  const floor = useWords(floorWords);
  const { count } = useFormats();
  const names = useLiveState(connection, namesOf);
  const { length } = useLiveState(connection, queueHeadOf);
  const { turn } = live.floor;
  const siteId = onAirSite(live);
  const person = turn ? personOf(names, turn.speakerId) : null;
  return (
    <Panel title={words.title}>
      <dl className="clerk-hall">
        <div>
          <dt>{words.onAir}</dt>
          <dd>{siteId === null ? words.titleCard : placeText(siteOf(names, siteId), floor)}</dd>
        </div>
        <div>
          <dt>{words.speaking}</dt>
          <dd>
            {turn === null && <span className="muted">{words.nobody}</span>}
            {turn && (person ? addressed(person) : placeText(siteOf(names, turn.siteId), floor))}
            {turn && <SpeechClock timing={turn} nowMs={connection.nowMs} size="inline" />}
          </dd>
        </div>
        <div>
          <dt>{words.queue}</dt>
          <dd>
            <Tag>{words.people(count(length))}</Tag>
          </dd>
        </div>
      </dl>
    </Panel>
  );
};
